import { pathToFileURL } from 'node:url'
import type { Contender, Place, Visit } from './contender.ts'
import type { DrainReply, DrainReport, DrainRequest } from './protocol.ts'

// One contender in a process of its own: no other's compiled code, garbage or connections are in its numbers.
const file = process.argv[2] ?? ''
const { default: contender }: { default: Contender } = await import(pathToFileURL(file).href)
const clients = new Map<string, ReturnType<Contender>>()

process.on('message', (request: DrainRequest) => {
  measure(request).then(
    (report) => reply({ report }),
    (error: unknown) => reply({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }),
  )
})
// Without this the process would wait for nothing once its parent is gone.
process.on('disconnect', () => process.exit())
process.send?.('ready')

async function measure({ place, limit, expected, sampleEvery }: DrainRequest): Promise<DrainReport> {
  const drain = clientFor(place)
  const heap: number[] = []
  let count = 0
  let characters = 0
  const visit: Visit = ({ id }) => {
    count += 1
    characters += id.length
    if (sampleEvery && count % sampleEvery === 0) heap.push(heapInUse())
  }
  // Only where memory is measured: a collection throws compiled code away too, and what comes next is as slow as a program's start.
  const heapBefore = sampleEvery ? heapInUse() : 0
  const cpu = process.cpuUsage()
  const started = performance.now()
  await drain(limit, visit)
  const wall = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  if (count !== expected || characters === 0) throw new Error(`${count} conversations came, not ${expected}`)
  return { cpu: (user + system) / 1_000, wall, heapBefore, heap, peak: process.resourceUsage().maxRSS * 1_024 }
}

/** A client is set up once per server, as a program would. */
function clientFor(place: Place) {
  const known = clients.get(place.baseUrl) ?? contender(place)
  clients.set(place.baseUrl, known)
  return known
}

function heapInUse(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const reply = (message: DrainReply) => process.send?.(message)
