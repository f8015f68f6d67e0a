import type { Contract } from './contract.ts'
import { contractFacts, pick, print } from './facts.ts'

/** As much of the facts as a client needs to make requests: without evidence and pointers, which would weigh in browsers. */
export function generateRequest(contract: Contract): string {
  const { server, operation, parameters } = contractFacts(contract)
  const query = Object.entries(parameters)
    .filter(([, parameter]) => parameter.in === 'query')
    .map(([name, parameter]) => [name, whatIsChecked(parameter)] as const)
  return print({ server, method: operation.method, path: operation.path, query: Object.fromEntries(query) })
}

/** What a value is held against before it is sent. */
const whatIsChecked = (parameter: ReturnType<typeof contractFacts>['parameters'][string]) =>
  pick(parameter, ['type', 'minLength', 'minimum', 'maximum', 'default', 'allowed'])
