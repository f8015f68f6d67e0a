/**
 * Asks a running sandbox for pages at random depths in every order, over so many connections, and prints how long the answers
 * took. Start `npm run sandbox -- --conversations 100000`, paste what it prints, and run `npx tsx bench/load.ts --help`.
 */
import { Agent, get } from 'node:http'
import { parseArgs } from 'node:util'
import { operations } from '../generated/facts.ts'

const operation = operations.listConversations
const { parameters } = operation

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '15' },
    conversations: { type: 'string', default: '100000' },
    limit: { type: 'string', default: '10' },
    'give-up': { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) {
  console.log(`Usage: npx tsx bench/load.ts [options]

  --connections N     requests at a time (default 50)
  --seconds N         how long to ask (default 15)
  --conversations N   how many the sandbox has (default 100000)
  --limit N           conversations a page (default 10)
  --give-up MS        leave after so many milliseconds without an answer (default never)

The sandbox is the one that OPENCOPILOT_BASE_URL, OPENCOPILOT_TOKEN and OPENCOPILOT_ORGANIZATION_ID name.`)
} else await run()

async function run(): Promise<void> {
  const connections = Number(values.connections)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const outcomes = new Map<string, number>()
  const end = performance.now() + Number(values.seconds) * 1_000
  const worker = async () => {
    while (performance.now() < end) {
      const start = performance.now()
      const outcome = await ask(agent)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (outcome === '200') times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? Number.NaN).toFixed(0)} ms`
  console.log([...outcomes].map(([outcome, count]) => `${outcome}: ${count}`).join(', '))
  console.log(`${(times.length / Number(values.seconds)).toFixed(0)} answers a second`)
  console.log(`p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, longest ${at(1)}`)
}

/** One page, whole: resolves with its status, or with why there was none. */
function ask(agent: Agent): Promise<string> {
  const { OPENCOPILOT_BASE_URL, OPENCOPILOT_TOKEN, OPENCOPILOT_ORGANIZATION_ID = '' } = process.env
  const url = new URL(
    `${OPENCOPILOT_BASE_URL}${operation.path.replace('{organization_id}', encodeURIComponent(OPENCOPILOT_ORGANIZATION_ID))}`,
  )
  const pages = Math.ceil(Number(values.conversations) / Number(values.limit))
  url.search = String(
    new URLSearchParams({
      page: String(1 + Math.floor(Math.random() * pages)),
      limit: values.limit,
      sortBy: oneOf(parameters.sortBy.known),
      sortDirection: oneOf(parameters.sortDirection.allowed),
    }),
  )
  const patience = Number(values['give-up'])
  return new Promise((resolve) => {
    const request = get(url, {
      agent,
      headers: { authorization: `Bearer ${OPENCOPILOT_TOKEN}` },
      ...(patience > 0 && { signal: AbortSignal.timeout(patience) }),
    })
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
    request.on('response', (response) => {
      response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
      response.resume().on('end', () => resolve(String(response.statusCode)))
    })
  })
}

function oneOf<T>(choices: readonly T[]): T {
  return choices[Math.floor(Math.random() * choices.length)] as T
}
