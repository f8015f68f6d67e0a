import type { Page } from 'playwright-core'
import { launchChromium } from '../chromium.ts'
import { serveFiles } from './serve-files.ts'

/** A page in a browser of its own. */
export interface OpenedPage {
  page: Page
  /** What nobody caught in it, rejections included. */
  uncaught: string[]
  close(): Promise<void>
}

/** Serves files from memory, and opens the one at `/` in Chromium. */
export async function openPage(files: Readonly<Record<string, string>>): Promise<OpenedPage> {
  const server = await serveFiles(files)
  const browser = await launchChromium()
  const page = await browser.newPage()
  const uncaught: string[] = []
  page.on('pageerror', (error) => uncaught.push(String(error)))
  await page.goto(server.baseUrl)
  return {
    page,
    uncaught,
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
