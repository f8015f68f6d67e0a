import { install } from './install.ts'
import { type Options, readOptions, usage } from './options.ts'

process.exitCode = await main(process.argv.slice(2))

async function main(argv: string[]): Promise<number> {
  let options: Options | undefined
  try {
    options = readOptions(argv)
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${usage}`)
    return 2
  }
  if (!options) {
    console.log(usage)
    return 0
  }
  try {
    await install()
    // Only now can what it stands on be imported.
    const { run } = await import('./run.ts')
    await run(options)
    return 0
  } catch (error) {
    console.error(`The bench could not run: ${messageOf(error)}`)
    return 2
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
