import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runInBareContext } from './bare-context.ts'
import { launchChromium, whyNoChromium } from './chromium.ts'
import { commandRuntimes, findRuntime, runScenario } from './command-runtimes.ts'
import { expectReport } from './expect-report.ts'
import { type InstalledPackage, installPackage } from './installed-package.ts'
import { servePages } from './page-server.ts'
import type { Report, ScenarioInput } from './scenario.ts'
import { type ScenarioServers, startServers } from './servers.ts'

let servers: ScenarioServers
let installed: InstalledPackage
/** The scenario and the client as one script that defines the global `platform`. */
let bundle: string

beforeAll(async () => {
  ;[servers, installed] = await Promise.all([startServers(), installPackage()])
  const file = join(installed.folder, 'scenario.mjs')
  const source = await readFile(fileURLToPath(new URL('scenario.ts', import.meta.url)), 'utf8')
  await writeFile(file, (await transform(source, { loader: 'ts', format: 'esm', target: 'es2022' })).code)
  const { outputFiles, warnings } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'platform',
    target: 'es2022',
  })
  expect(warnings).toEqual([])
  bundle = outputFiles[0]?.text ?? ''
}, 120_000)

afterAll(async () => {
  await servers?.close()
  await installed?.remove()
})

describe.each(commandRuntimes)('the client in $name', (runtime) => {
  it('lists, walks, leaves, aborts and fails as everywhere', async (context) => {
    const line = await findRuntime(runtime)
    if ('missing' in line) return context.skip(line.missing)
    const { report, stderr } = await runScenario(runtime, line, installed.folder, servers.input)
    expectReport(report, servers, 307)
    expect(stderr).toBe('')
  }, 300_000)
})

describe('the client where there are web standards only', () => {
  it('lists, walks, leaves, aborts and fails as everywhere', async () => {
    expectReport(await runInBareContext(bundle, servers.input), servers, 307)
  })

  it('is looking at a context that has nothing else', async () => {
    const names = 'typeof process + typeof Buffer + typeof require + typeof window'
    const bare = `var platform = { scenario: async () => ${names} }`
    expect(await runInBareContext(bare, servers.input)).toBe('undefined'.repeat(4))
    const evaluating = `var platform = { scenario: async () => new Function('return 1')() }`
    await expect(runInBareContext(evaluating, servers.input)).rejects.toThrow('Code generation from strings disallowed')
  })
})

describe.skipIf(whyNoChromium)(`the client in Chromium${whyNoChromium ? `, skipped: ${whyNoChromium}` : ''}`, () => {
  let browser: Browser
  let pages: Awaited<ReturnType<typeof servePages>>
  let page: Page
  const failures: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    pages = await servePages({
      '/': '<!doctype html><title>The client</title><script src="/bundle.js"></script>',
      '/bundle.js': bundle,
      '/worker.js': `${bundle}\nonmessage = async ({ data }) => postMessage(await platform.scenario(data))`,
    })
    page = await browser.newPage()
    page.on('pageerror', (error) => failures.push(String(error)))
    await page.goto(pages.origin)
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await pages?.close()
  })

  it('does in a page, across origins, what it does everywhere', async () => {
    const report = await page.evaluate((input) => {
      const { platform } = globalThis as unknown as { platform: { scenario(input: ScenarioInput): Promise<Report> } }
      return platform.scenario(input)
    }, servers.input)
    expectReport(report, servers, 0)
    expect(failures).toEqual([])
  })

  it('does so in a worker', async () => {
    const report = await page.evaluate(
      (input) =>
        new Promise<Report>((resolve, reject) => {
          const worker = new Worker('/worker.js')
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = ({ message }) => reject(new Error(message))
          worker.postMessage(input)
        }),
      servers.input,
    )
    expectReport(report, servers, 0)
    expect(failures).toEqual([])
  })
})
