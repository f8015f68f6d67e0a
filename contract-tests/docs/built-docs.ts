import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { schemas } from '../../generated/facts.ts'
import { buildDocs } from '../../scripts/docs/build.ts'
import { policies } from '../../scripts/docs/site.ts'
import { startStaticServer } from '../../scripts/docs/static-server.ts'

/** The policy that the docs say a page needs; requests of the form go to servers of this machine. */
const policyOf = (file: string) =>
  `${file === 'reference.html' ? policies.reference : policies.pages}; connect-src 'self' http://127.0.0.1:*`

/** The docs as their readers get them. */
export interface BuiltDocs {
  /** Of the folder on the disk, with a slash at its end. */
  fileUrl: string
  /** Of the same folder below a path of a server. */
  serverUrl: string
  remove(): Promise<void>
}

/** Builds the docs into a folder of their own, and serves them below a path. */
export async function buildForReaders(): Promise<BuiltDocs> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'))
  await buildDocs(folder)
  const server = await startStaticServer({ folder, base: '/some/where', policy: policyOf })
  return {
    fileUrl: `${pathToFileURL(folder).href}/`,
    serverUrl: server.url,
    remove: async () => {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Opens a page of the docs and waits until its scripts have done their part. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url)
  if (!url.includes('reference.html')) return
  // Redoc draws a part of the page when a reader comes near it.
  await page.getByText('Search Ctrl+K').waitFor({ state: 'attached' })
  const last = page.locator(`[id$="path=${Object.keys(schemas.Conversation.fields).at(-1)}"]`).first()
  for (let tries = 0; tries < 100 && (await last.count()) === 0; tries++) {
    await page.mouse.wheel(0, 1_000)
    await page.waitForTimeout(100)
  }
  await last.waitFor()
  await page.evaluate(() => scrollTo(0, 0))
}
