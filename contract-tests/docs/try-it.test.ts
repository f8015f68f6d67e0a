import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { startStaticServer } from '../../scripts/docs/static-server.ts'
import { closeNetwork, launchChromium, whyNoChromium } from '../chromium.ts'
import { type Mock, startMock } from '../mock/server.ts'
import { type Sandbox, startSandbox } from '../sandbox/index.ts'
import { type BuiltDocs, buildForReaders } from './built-docs.ts'

const { parameters } = operations.listConversations
const { default: limit } = parameters.limit

describe.runIf(whyNoChromium === undefined)('the page that sends requests', () => {
  let docs: BuiltDocs
  let browser: Browser
  let sandbox: Sandbox
  let mock: Mock
  /** Where a server was, and is no more. */
  let gone: string
  let context: BrowserContext
  let outside: string[]
  let page: Page

  beforeAll(async () => {
    ;[docs, browser, sandbox, mock] = await Promise.all([
      buildForReaders(),
      launchChromium(),
      startSandbox({ conversations: 2 * limit + 3 }),
      startMock(),
    ])
    const server = await startStaticServer({ folder: '.' })
    gone = new URL(server.url).origin
    await server.close()
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all([docs?.remove(), sandbox?.close(), mock?.close()])
  })

  beforeEach(async () => {
    context = await browser.newContext()
    outside = await closeNetwork(context, sandbox.baseUrl, mock.baseUrl, gone, new URL(docs.serverUrl).origin)
    page = await context.newPage()
    await page.goto(`${docs.fileUrl}try-it.html`)
  })
  afterEach(async () => {
    expect(outside).toEqual([])
    await context.close()
  })

  /** A field of the form; those of an operation that isn't chosen are hidden. */
  const labelled = (label: string) => page.getByLabel(label, { exact: true }).filter({ visible: true })

  const token = () => sandbox.organizations[0].token
  const textOf = async (selector: string) => (await page.locator(selector).textContent()) ?? ''
  const body = async () => JSON.parse(await textOf('#body'))

  async function fill(values: Record<string, string>) {
    const { id } = sandbox.organizations[0]
    const all = { 'Base URL': sandbox.baseUrl, Token: token(), organization_id: id, ...values }
    for (const [label, value] of Object.entries(all)) {
      const field = labelled(label)
      if (label === 'sortDirection') await field.selectOption(value)
      else await field.fill(value)
    }
  }

  /** Sends what the form holds, and resolves with the line that says how it went. */
  async function send(button = 'Send') {
    await page.getByRole('button', { name: button }).click()
    return settled()
  }

  async function settled() {
    await page.waitForFunction(
      () => !/^(Waiting|Nothing|Filled)/.test(document.querySelector('#status')?.textContent ?? ''),
    )
    return textOf('#status')
  }

  it.each(['fileUrl', 'serverUrl'] as const)('reads the sandbox across origins from its %s', async (place) => {
    await page.goto(`${docs[place]}try-it.html`)
    await fill({})
    expect(await send()).toMatch(new RegExp(`^200 OK, ${limit} conversations, in \\d+ ms$`))
    expect(await textOf('#verdict')).toBe('The answer keeps the contract.')
    expect(await page.locator('#headers dt').allTextContents()).toContain('x-request-id')
    expect(await body()).toHaveLength(limit)
  })

  it('sends what the form says, and turns the pages', async () => {
    await fill({ limit: String(limit), sortBy: 'total_messages', sortDirection: 'DESC' })
    await send()
    const counts = (await body()).map(({ total_messages }: { total_messages: number }) => total_messages)
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a))
    expect(await page.getByRole('button', { name: 'Previous page' }).isDisabled()).toBe(true)
    expect(await send('Next page')).toContain(`${limit} conversations`)
    expect(await send('Next page')).toContain('3 conversations')
    expect(await send('Next page')).toContain('0 conversations')
    expect(await page.getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true)
    expect(await labelled('page').inputValue()).toBe('4')
    expect(await send('Previous page')).toContain('3 conversations')
  })

  it('fills itself in from what the sandbox prints, and sends with the Enter key', async () => {
    const [{ id }] = sandbox.organizations
    const printed = `export OPENCOPILOT_BASE_URL=${sandbox.baseUrl}\nexport OPENCOPILOT_TOKEN=${token()}\nexport OPENCOPILOT_ORGANIZATION_ID=${id}\n`
    await labelled('limit').focus()
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text', text)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    }, printed)
    expect(await labelled('Token').inputValue()).toBe(token())
    await page.keyboard.press('Enter')
    expect(await settled()).toMatch(/^200 /)
  })

  it('shows how the server refuses', async () => {
    await fill({ page: '0' })
    expect(await send()).toMatch(/^400 /)
    expect(await textOf('#verdict')).toContain('An error of the contract')
    await fill({ page: '', Token: 'wrong' })
    expect(await send()).toMatch(/^401 /)
    await fill({ Token: '' })
    expect(await send()).toMatch(/^401 /)
    expect(await textOf('#curl')).not.toContain('Authorization')
  })

  it('says what keeps a request from being sent or answered', async () => {
    await fill({ organization_id: '..' })
    expect(await send()).toMatch(/^Not sent: organization_id must/)
    await fill({ 'Base URL': 'ftp://127.0.0.1' })
    expect(await send()).toMatch(/^Not sent: baseUrl must be http or https, not ftp:/)
    await fill({ 'Base URL': gone })
    expect(await send()).toMatch(
      /^No answer from http:\/\/127\.0\.0\.1:\d+\. Is it running \(npm run sandbox, npm run mock\)/,
    )
  })

  it('keeps the token in memory alone', async () => {
    await fill({})
    await send()
    expect(await textOf('#curl')).toMatch(/^curl .*Bearer \$\{OPENCOPILOT_TOKEN\}/)
    expect(page.url()).toBe(`${docs.fileUrl}try-it.html`)
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(kept).not.toContain(token())
    expect(await textOf('main')).not.toContain(token())
    await page.reload()
    expect(await labelled('Token').inputValue()).toBe('')
  })

  it('reads the mock with any token', async () => {
    await fill({ 'Base URL': mock.baseUrl, Token: 'any', organization_id: 'any' })
    expect(await send()).toMatch(/^200 OK, 1 conversation, /)
    expect(await textOf('#verdict')).toBe('The answer keeps the contract.')
  })
})

if (whyNoChromium) it('is tried in a browser', (context) => context.skip(whyNoChromium))
