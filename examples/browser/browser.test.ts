import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { whyNoChromium } from '../../contract-tests/chromium.ts'
import { type OpenedPage, openPage } from '../../contract-tests/platforms/opened-page.ts'
import { buildSample } from '../../contract-tests/platforms/sample.ts'
import { type Sandbox, startSandbox } from '../../contract-tests/sandbox/index.ts'

let sandbox: Sandbox
let opened: OpenedPage
let page: Page

/** From this page on, the sandbox thinks for a minute. */
let slowFrom = Number.POSITIVE_INFINITY

beforeAll(async () => {
  if (whyNoChromium) return
  sandbox = await startSandbox({
    conversations: 150,
    seams: {
      respond: (reply, { query }) => (query && query.page >= slowFrom ? { ...reply, delay: 60_000 } : reply),
    },
  })
  opened = await openPage(await buildSample('browser', 'main.ts'))
  page = opened.page
})

afterAll(async () => {
  await opened?.close()
  await sandbox?.close()
})

async function read(token: string) {
  await page.getByLabel('Server').fill(sandbox.baseUrl)
  await page.getByLabel('Organization').fill(sandbox.organizations[0].id)
  await page.getByLabel('Token').fill(token)
  await page.getByRole('button', { name: 'Read all' }).click()
}

const say = (words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor()

it('reads the whole list into a table', async (context) => {
  if (whyNoChromium) return context.skip(whyNoChromium)
  slowFrom = Number.POSITIVE_INFINITY
  await read(sandbox.organizations[0].token)
  await say('150 conversations')
  expect(await page.locator('tbody tr').count()).toBe(150)
  expect(opened.uncaught).toEqual([])
})

it('shows every column on a phone, and is dark as a whole', async (context) => {
  if (whyNoChromium) return context.skip(whyNoChromium)
  slowFrom = Number.POSITIVE_INFINITY
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await read(sandbox.organizations[0].token)
  await say('150 conversations')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light dark')
})

it('stops when told to', async (context) => {
  if (whyNoChromium) return context.skip(whyNoChromium)
  slowFrom = 2
  await read(sandbox.organizations[0].token)
  await say('100 so far')
  await page.getByRole('button', { name: 'Stop' }).click()
  await say('stopped after 100')
  expect(opened.uncaught).toEqual([])
})

it('starts over when told to read again', async (context) => {
  if (whyNoChromium) return context.skip(whyNoChromium)
  slowFrom = 2
  await read(sandbox.organizations[0].token)
  await say('100 so far')
  slowFrom = 3
  await read(sandbox.organizations[0].token)
  await say('150 so far')
  expect(await page.locator('tbody tr').count()).toBe(150)
  await page.getByRole('button', { name: 'Stop' }).click()
  await say('stopped after 150')
  expect(opened.uncaught).toEqual([])
})

it('tells what a person can do', async (context) => {
  if (whyNoChromium) return context.skip(whyNoChromium)
  slowFrom = Number.POSITIVE_INFINITY
  await read('wrong')
  await say('The token is not accepted.')
  expect(opened.uncaught).toEqual([])
})
