import { type Contract, resolve } from './contract.ts'
import { only, print, schemaFacts } from './facts.ts'

/** What a value is held against before it is sent. */
const checked = ['type', 'minLength', 'minimum', 'maximum', 'default', 'allowed']

/** As much of the facts as a client needs to make requests: without evidence and pointers, which would weigh in browsers. */
export function generateRequest(contract: Contract): string {
  const [path, item] = only(contract.paths, 'paths')
  const query = item.get.parameters
    .map((parameter) => resolve(contract, parameter, '').node)
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => {
      const facts = Object.entries(schemaFacts(resolve(contract, schema, '').node))
      return [name, Object.fromEntries(facts.filter(([fact]) => checked.includes(fact)))] as const
    })
  return print({ server: contract.servers[0]?.url, method: 'GET', path, query: Object.fromEntries(query) })
}
