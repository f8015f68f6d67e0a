import { spawn } from 'node:child_process'
import { createRebuilder } from './rebuilder.ts'
import { startStaticServer } from './static-server.ts'
import { watchPaths } from './watch.ts'

/** What the docs are made from, as far as people edit it. */
const sources = ['openapi', 'src', 'scripts/docs', 'examples', 'README.md', 'CHANGELOG.md']

/** Shows the docs while they are being written: builds again when a source changes, and has open pages follow. */
export async function serveDocs(folder: string, port: number, host: string): Promise<void> {
  await build()
  const server = await startStaticServer({ folder, port, host })
  const rebuild = createRebuilder(async () => {
    if (await build()) server.reload()
  })
  const stop = await watchPaths(sources, () => void rebuild())
  console.log(`The docs are at ${server.url} and follow the sources. Stop with Ctrl-C.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      stop()
      await server.close()
      process.exit(0)
    })
  }
}

/** Builds in a process of its own, since this one has loaded the sources as they were. It says itself what is wrong. */
function build(): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/docs.ts'], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}
