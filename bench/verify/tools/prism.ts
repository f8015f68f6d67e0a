import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { ask, sampleRequests } from '../../../contract-tests/faults/sample-requests.ts'
import { startPrismProxy } from '../../../contract-tests/peers/prism-proxy.ts'
import { systemClock } from '../../../contract-tests/sandbox/clock.ts'
import { versionOf } from '../../installed.ts'
import { contract } from '../../paths.ts'
import { requestLimit } from '../limits.ts'
import type { PrepareTool } from '../tool.ts'

export const preparePrism: PrepareTool = async () => {
  const operations = await getHttpOperationsFromSpec(contract)
  return {
    id: 'prism',
    label: 'Prism validation proxy',
    version: await versionOf('@stoplight/prism-cli'),
    use: 'It judges the traffic that passes through it and sends nothing by itself, so it was given the requests of `contract-tests/faults/sample-requests.ts`, in which every fault of the catalogue is known to show. What its `sl-violations` header says of a response counts. It kept running, as a proxy does: its start is not in its seconds.',
    quick: true,
    check: async ({ sandbox }) => {
      const proxy = await startPrismProxy(operations, sandbox.baseUrl)
      try {
        const said = new Set<string>()
        for (const sample of sampleRequests(sandbox)) {
          // Where a server breaks off, Prism's proxy never ends its own answer.
          const signal = AbortSignal.timeout(requestLimit)
          const answer = await ask({ ...sandbox, baseUrl: proxy.baseUrl }, systemClock, sample, signal)
          for (const violation of violationsIn(answer)) said.add(violation)
        }
        return { accuses: said.size > 0, says: [...said].slice(0, 3).join('; ') }
      } finally {
        await proxy.close()
      }
    },
  }
}

/** Of what the header says, what concerns the response: unusable requests are sent on purpose. */
function violationsIn(answer: string): string[] {
  if (!answer.startsWith('[')) return []
  const [, headers]: [number, Record<string, string>] = JSON.parse(answer)
  const header = headers['sl-violations']
  if (!header) return []
  // Prism cuts the header off at 8 kB, which leaves no JSON.
  const places = [...header.matchAll(/"location":\["response"[^\]]*\]/g)]
  return places.map(([place]) => `${place}: ${/"message":"([^"]*)"/.exec(header)?.[1] ?? ''}`)
}
