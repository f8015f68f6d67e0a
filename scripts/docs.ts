/** Builds the HTML docs into `dist/docs/`. With `--serve` it shows them; `npm run docs:watch` starts that anew when a source changes. */
import { Command } from 'commander'
import { generate } from './generate/generate.ts'
import { listenProblem, parsePort } from './port.ts'

interface Flags {
  serve?: boolean
  port: number
  host: string
}

const out = 'dist/docs'

const { serve, port, host } = new Command('npm run docs --')
  .description(`Builds the HTML docs into ${out}/, from the contract, the sources and the README.`)
  .option('--serve', 'show them; to build again when a source changes: npm run docs:watch')
  .option('--port <number>', 'with --serve: port to listen on, 0 for a free one', parsePort, 4030)
  .option('--host <address>', 'with --serve: address to listen on', '127.0.0.1')
  .allowExcessArguments(false)
  .showHelpAfterError()
  .parse()
  .opts<Flags>()

try {
  await build()
  if (serve) await show()
} catch (error) {
  console.error(listenProblem(error, port, host) ?? (error instanceof Error ? error.message : String(error)))
  process.exitCode = 1
}

async function build() {
  const start = performance.now()
  await generate('.')
  // Only now: what it imports is made from the contract.
  const { buildDocs } = await import('./docs/build.ts')
  const files = await buildDocs(out)
  const pages = files.filter((name) => name.endsWith('.html')).length
  console.log(`${pages} pages in ${out}/, from ${out}/index.html on (${Math.round(performance.now() - start)} ms)`)
}

async function show() {
  const { startStaticServer } = await import('./docs/static-server.ts')
  const { url } = await startStaticServer({ folder: out, port, host })
  console.log(`The docs are at ${url}. Stop with Ctrl-C.`)
}
