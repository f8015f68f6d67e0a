import { parseArgs } from 'node:util'

export const parts = ['client', 'verify'] as const
export type Part = (typeof parts)[number]

export interface Options {
  parts: readonly Part[]
  /** Few rounds and a small sample, to see that everything runs. Its results are not kept. */
  quick: boolean
  /** Every n-th entry of the catalogue of faults goes to every tool. */
  every: number
}

export const usage = `Usage: npm run bench -- [options]

  --only client|verify   measure one part, and keep the other's results
  --every N              hand every N-th fault and oddity to all tools (default 10)
  --quick                few rounds and a small sample; the results go to bench/dist/quick
  --help                 show this

Examples:
  npm run bench
  npm run bench -- --only client --quick`

/** Reads the command line. Throws an error of one line for what can't be used; undefined asks for help. */
export function readOptions(argv: string[]): Options | undefined {
  const { values } = parseArgs({
    args: argv,
    options: {
      only: { type: 'string' },
      every: { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const only = parts.filter((part) => part === values.only)
  if (values.only !== undefined && only.length === 0) {
    throw new Error(`--only is "${values.only}"; allowed: ${parts.join(', ')}`)
  }
  const every = Number(values.every ?? (values.quick ? 60 : 10))
  if (!Number.isInteger(every) || every < 1) {
    throw new Error(`--every is "${values.every}"; allowed: a whole number of at least 1`)
  }
  return { parts: only.length > 0 ? only : parts, quick: values.quick, every }
}
