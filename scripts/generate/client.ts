import { generateCheck } from './check.ts'
import type { Contract } from './contract.ts'
import { contractFacts, pick, print } from './facts.ts'

/** As much of the contract as a client needs: without evidence and pointers, which would weigh in browsers. */
export function generateClient(contract: Contract): string {
  const { server, operation, parameters } = contractFacts(contract)
  const query = Object.entries(parameters)
    .filter(([, parameter]) => parameter.in === 'query')
    .map(([name, parameter]) => [name, whatIsChecked(parameter)] as const)
  const facts = print({ server, method: operation.method, path: operation.path, query: Object.fromEntries(query) })
  return `${facts}\n${generateCheck(contract)}`
}

/** What a value is held against before it is sent. */
const whatIsChecked = (parameter: ReturnType<typeof contractFacts>['parameters'][string]) =>
  pick(parameter, ['type', 'minLength', 'minimum', 'maximum', 'default', 'allowed'])
