/** Runs the sandbox until it is stopped, and prints how to call it. */
import { Command, InvalidArgumentError } from 'commander'
import { faults, findByName, sandboxWith } from '../contract-tests/faults/index.ts'
import { readConversations } from '../contract-tests/sandbox/own-data.ts'
import { defaults, type Sandbox, startSandbox } from '../contract-tests/sandbox/sandbox.ts'
import { operations } from '../generated/facts.ts'
import { shellWord } from '../src/text/shell-words.ts'
import { defaultPorts } from './port.ts'

const operation = operations.listConversations

interface Flags {
  port: number
  host: string
  conversations: number
  seed: string
  data?: string
  latency: number
  rateLimit?: number
  maxWaiting: number
  fault?: string
  listFaults?: boolean
}

const command = new Command('npm run sandbox --')
  .description('A live server of the endpoint, with stored conversations, paging, sorting and tokens.')
  .option('--port <number>', 'port to listen on; 0 is any free one', wholeNumber(0, 65_535), defaultPorts.sandbox)
  .option('--host <name>', 'address to listen on', defaults.host)
  .option('--conversations <number>', 'how many to make up', wholeNumber(0, 10_000_000), defaults.conversations)
  .option('--seed <text>', 'equal seeds make equal conversations', String(defaults.seed))
  .option('--data <file>', 'serve the conversations of a JSON array instead')
  .option('--latency <ms>', 'milliseconds that every answer waits', wholeNumber(0, 3_600_000), 0)
  .option('--rate-limit <number>', 'requests a second; more are answered 429', wholeNumber(1, 1_000_000))
  .option(
    '--max-waiting <number>',
    'requests that may wait for the database; more are answered 503',
    wholeNumber(0, 1_000_000),
    defaults.maxWaiting,
  )
  .option('--fault <name>', 'give it one bug of the catalogue')
  .option('--list-faults', 'print the catalogue and end')
  .addHelpText(
    'after',
    `
Storage is an embedded PostgreSQL, or the server that DATABASE_URL names.
A page costs the same at any depth and in any order; 100000 conversations take less than 1 GB of memory.
While the database is away, answers are 503 with Retry-After.`,
  )
  .allowExcessArguments(false)
  .parse()

const flags = command.opts<Flags>()

try {
  if (flags.listFaults) listFaults()
  else await run(flags)
} catch (error) {
  console.error(`error: ${messageOf(error, flags)}`)
  process.exitCode = 2
}

async function run({ data, fault: name, ...options }: Flags): Promise<void> {
  const fault = name === undefined ? undefined : findFault(name)
  const own = {
    ...options,
    data: data === undefined ? data : await readConversations(data),
    databaseUrl: process.env.DATABASE_URL?.trim(),
  }
  const sandbox = await startSandbox(fault ? sandboxWith(fault, own) : own)
  print(sandbox)
  if (fault) console.log(`Fault ${fault.name}: ${fault.summary}`)
  console.log('Stop with Ctrl-C.')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      const failed = await sandbox.close().then(() => undefined, String)
      if (failed) console.error(`The sandbox's schema stays in the database: ${failed}`)
      process.exit(failed ? 1 : 0)
    })
  }
}

/** The sandbox's environment, ready to paste into a shell. */
function print({ baseUrl, organizations: [one, other] }: Sandbox): void {
  const path = operation.path.replace(/\{[^}]+\}/, '$OPENCOPILOT_ORGANIZATION_ID')
  console.log(`The sandbox serves ${one.conversations.length} conversations at ${baseUrl}

export OPENCOPILOT_BASE_URL=${shellWord(baseUrl)}
export OPENCOPILOT_TOKEN=${shellWord(one.token)}
export OPENCOPILOT_ORGANIZATION_ID=${shellWord(one.id)}
export OPENCOPILOT_OTHER_TOKEN=${shellWord(other.token)}
export OPENCOPILOT_OTHER_ORGANIZATION_ID=${shellWord(other.id)}

curl --header "Authorization: Bearer $OPENCOPILOT_TOKEN" "$OPENCOPILOT_BASE_URL${path}?limit=2"
`)
}

function listFaults(): void {
  const width = Math.max(...faults.map(({ name }) => name.length))
  for (const { name, summary } of faults) console.log(`${name.padEnd(width)}  ${summary}`)
}

function findFault(name: string) {
  try {
    return findByName(faults, name)
  } catch (error) {
    throw new Error(`--fault: ${error instanceof Error ? error.message : error} --list-faults shows all`)
  }
}

function wholeNumber(minimum: number, maximum: number) {
  return (text: string) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value
    throw new InvalidArgumentError(`Expected a whole number from ${minimum} to ${maximum}.`)
  }
}

function messageOf(error: unknown, { port, host }: Flags): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is taken; choose another with --port`
  if (code === 'EACCES') return `port ${port} may not be used by this user; choose one above 1023 with --port`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `${host} is no address of this machine; see --host`
  return error instanceof Error ? error.message : String(error)
}
