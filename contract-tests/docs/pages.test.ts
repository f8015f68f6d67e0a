import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemas } from '../../generated/facts.ts'
import { pages } from '../../scripts/docs/site.ts'
import { closeNetwork, launchChromium, whyNoChromium } from '../chromium.ts'
import { type BuiltDocs, buildForReaders, open } from './built-docs.ts'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phone = { width: 360, height: 740 }

describe.runIf(whyNoChromium === undefined)('in a browser with the network closed', () => {
  let docs: BuiltDocs
  let browser: Browser

  beforeAll(async () => {
    ;[docs, browser] = await Promise.all([buildForReaders(), launchChromium()])
  })
  afterAll(async () => {
    await browser?.close()
    await docs?.remove()
  })

  /** Runs something on a page of its own, and resolves with what the page asked of others and what went wrong in it. */
  async function visit(url: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
    const context = await browser.newContext(options)
    const outside = await closeNetwork(context, new URL(docs.serverUrl).origin)
    const problems: string[] = []
    try {
      const page = await context.newPage()
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => {
        // A library in Redoc tries whether code may be made from strings, and does without where it may not.
        const isTrial = /redoc-\d\.js$/.test(message.location().url) && message.text().includes('script-src')
        if (message.type() === 'error' && !isTrial) problems.push(message.text())
      })
      await open(page, url)
      await look(page)
    } finally {
      await context.close()
    }
    return { outside, problems }
  }

  const quiet = { outside: [], problems: [] }

  describe.each(pages)('$file', ({ file, title }) => {
    it('works from a file, by keyboard and at the width of a phone', async () => {
      const result = await visit(docs.fileUrl + file, { colorScheme: 'light' }, async (page) => {
        await expectKeyboardUse(page)
        expect(await backgroundOf(page)).toBe('rgb(255, 255, 255)')
        expect(await seriousViolations(page)).toEqual([])
        await page.setViewportSize(phone)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
        expect(await seriousViolations(page)).toEqual([])
      })
      expect(result).toEqual(quiet)
    })

    it('works below a path of a server, in dark', async () => {
      const result = await visit(docs.serverUrl + file, { colorScheme: 'dark' }, async (page) => {
        expect(await page.title()).toBe(`${title} · opencopilot-chat`)
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.locator('.site-header [aria-current]').getAttribute('href')).toBe(file)
        expect(await backgroundOf(page)).toBe('rgb(20, 23, 26)')
        expect(await seriousViolations(page)).toEqual([])
        await page.locator('.site-header').getByRole('link', { name: 'Changelog' }).click()
        expect(page.url()).toBe(`${docs.serverUrl}changelog.html`)
        expect(await page.locator('h1').textContent()).toBe('Changelog')
      })
      expect(result).toEqual(quiet)
    })
  })

  it('keeps the choice of dark from page to page, the reference included', async () => {
    const isDark = (page: Page) => page.evaluate(() => document.documentElement.classList.contains('dark'))
    await visit(`${docs.serverUrl}index.html`, { colorScheme: 'light' }, async (page) => {
      await page.getByRole('button', { name: 'Dark' }).click()
      expect(await isDark(page)).toBe(true)
      await open(page, `${docs.serverUrl}reference.html`)
      expect(await isDark(page)).toBe(true)
      await page.getByRole('button', { name: 'Light', exact: true }).and(page.locator('.color-mode')).click()
      expect(await isDark(page)).toBe(false)
      await open(page, `${docs.serverUrl}errors.html`)
      expect(await isDark(page)).toBe(false)
    })
  })

  it('keeps the columns of a recorded table on a phone, and scrolls them within their box', async () => {
    await visit(`${docs.fileUrl}index.html`, { viewport: phone }, async (page) => {
      const table = page.locator('pre.recorded').first()
      const lines = (await table.textContent())?.trimEnd().split('\n').length ?? 0
      const { width, inner, height, lineHeight } = await table.evaluate((pre) => ({
        width: pre.clientWidth,
        inner: pre.scrollWidth,
        height: pre.querySelector('code')?.getBoundingClientRect().height ?? 0,
        lineHeight: Number.parseFloat(getComputedStyle(pre).lineHeight),
      }))
      expect(inner).toBeGreaterThan(width)
      expect(height).toBeLessThan((lines + 1) * lineHeight)
    })
  })

  it('shows how well statements are known as badges in the reference, and no raw extension', async () => {
    await visit(`${docs.fileUrl}reference.html`, {}, async (page) => {
      const text = await page.locator('#api-content').textContent()
      expect(text).not.toMatch(/x-evidence: |x-evidence-of: /)
      const { evidence, evidenceOf } = schemas.Conversation.fields.created_at
      const field = page.locator('[id$="path=created_at"]').first()
      expect(await field.locator('.evidence').allTextContents()).toEqual([evidence, ...Object.values(evidenceOf)])
    })
  })

  it.each(['light', 'dark'] as const)('can be searched in %s', async (colorScheme) => {
    const result = await visit(`${docs.fileUrl}reference.html`, { colorScheme }, async (page) => {
      const dialog = page.getByRole('dialog', { name: 'Search' })
      await page.keyboard.press('Control+k')
      await dialog.waitFor()
      expect(await seriousViolations(page)).toEqual([])
      await page.keyboard.type('limit')
      await dialog.getByText('The number of conversations per page.').first().hover()
      expect(await seriousViolations(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Clear' }).click()
      expect(await dialog.getByRole('textbox').inputValue()).toBe('')
    })
    expect(result).toEqual(quiet)
  })

  it.each(['light', 'dark'] as const)('has menus on a phone in %s', async (colorScheme) => {
    const result = await visit(`${docs.fileUrl}reference.html`, { colorScheme, viewport: phone }, async (page) => {
      const menus = await page.locator('button[aria-haspopup=menu]').all()
      expect(menus.length).toBeGreaterThan(1)
      for (const menu of menus) {
        await menu.click()
        expect(await menu.getAttribute('aria-expanded')).toBe('true')
        expect(await seriousViolations(page)).toEqual([])
        await page.keyboard.press('Escape')
      }
      await page.getByRole('button', { name: 'Open navigation menu' }).click()
      await page.getByRole('button', { name: 'Close navigation menu' }).waitFor()
      expect(await seriousViolations(page)).toEqual([])
    })
    expect(result).toEqual(quiet)
  })
})

if (whyNoChromium) it('is looked at in a browser', (context) => context.skip(whyNoChromium))

/** Past the navigation by the first link, and back through it; what has the focus shows it. */
async function expectKeyboardUse(page: Page): Promise<void> {
  const focused = page.locator(':focus')
  await page.keyboard.press('Tab')
  expect(await focused.textContent()).toBe('Skip to the content')
  expect((await focused.boundingBox())?.x).toBeGreaterThanOrEqual(0)
  expect(await focused.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid')
  await page.keyboard.press('Enter')
  expect(await focused.getAttribute('id')).toBe('main')
  await page.keyboard.press('Shift+Tab')
  expect(await focused.getAttribute('class')).toBe('color-mode')
  await page.keyboard.press('Shift+Tab')
  expect(await focused.textContent()).toBe('Changelog')
}

const backgroundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)

/** What axe finds of its two worst levels: the rule, and where it is broken. */
async function seriousViolations(page: Page): Promise<string[]> {
  // Not as an element of the page, which its policy would not let run.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof Axe }).axe.run({ resultTypes: ['violations'], preload: false }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
