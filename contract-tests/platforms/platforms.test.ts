import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyNoChromium } from '../chromium.ts'
import { runInBareContext } from './bare-context.ts'
import { commandRuntimes, findRuntime, runScenario } from './command-runtimes.ts'
import { expectReport } from './expect-report.ts'
import { type InstalledPackage, installPackage } from './installed-package.ts'
import { type OpenedPage, openPage } from './opened-page.ts'
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
})

afterAll(async () => {
  await servers?.close()
  await installed?.remove()
})

describe('the client does the same as everywhere', () => {
  for (const runtime of commandRuntimes) {
    for (const inNode of [false, true]) {
      it(`in ${runtime.name}, with ${inNode ? 'nodeFetch' : 'fetch'}`, async (context) => {
        const line = await findRuntime(runtime)
        if ('missing' in line) return context.skip(line.missing)
        const { report, stderr } = await runScenario(runtime, line, installed.folder, servers.input, inNode)
        expectReport(report, servers, 307)
        expect(stderr).toBe('')
      }, 300_000)
    }
  }

  it('where there are web standards only', async () => {
    expectReport(await runInBareContext(bundle, servers.input), servers, 307)
  })

  it('where nothing else is there indeed', async () => {
    const names = 'typeof process + typeof Buffer + typeof require + typeof window'
    const bare = `var platform = { scenario: async () => ${names} }`
    expect(await runInBareContext(bare, servers.input)).toBe('undefined'.repeat(4))
    const evaluating = `var platform = { scenario: async () => new Function('return 1')() }`
    await expect(runInBareContext(evaluating, servers.input)).rejects.toThrow('Code generation from strings disallowed')
  })
})

describe('in Chromium, the client does the same as everywhere', () => {
  let opened: OpenedPage

  beforeAll(async () => {
    if (whyNoChromium) return
    opened = await openPage({
      '/': '<!doctype html><title>The client</title><script src="/bundle.js"></script>',
      '/bundle.js': bundle,
      '/worker.js': `${bundle}
        onmessage = ({ data }) => platform.scenario(data).then(postMessage, (error) => postMessage(String(error)))`,
    })
  })

  afterAll(() => opened?.close())

  it('in a page of another origin', async (context) => {
    if (whyNoChromium) return context.skip(whyNoChromium)
    const report = await opened.page.evaluate((input) => {
      const { platform } = globalThis as unknown as { platform: { scenario(input: ScenarioInput): Promise<Report> } }
      return platform.scenario(input)
    }, servers.input)
    expectReport(report, servers, 0)
    expect(opened.uncaught).toEqual([])
  })

  it('in a worker', async (context) => {
    if (whyNoChromium) return context.skip(whyNoChromium)
    const report = await opened.page.evaluate((input) => {
      const worker = new Worker('/worker.js')
      worker.postMessage(input)
      return new Promise<Report>((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)))
    }, servers.input)
    expectReport(report, servers, 0)
    expect(opened.uncaught).toEqual([])
  })
})
