import { generateCheck } from './check.ts'
import type { Contract } from './contract.ts'
import { type Facts, itemsOf, pick, print } from './facts.ts'
import type { OperationFacts } from './shapes.ts'

/**
 * As much of the contract as a client needs, without evidence and pointers, which would weigh in browsers: a constant for
 * each operation and a check for the items of each list, so that a bundle holds only what it uses.
 */
export function generateClient(contract: Contract, { server, operations, schemas }: Facts): string {
  const constants = Object.entries(operations).map(([name, operation]) => [name, requestFacts(operation)])
  const listed = Object.values(operations).flatMap(({ list, responses }) => (list && itemsOf(responses, schemas)) ?? [])
  return `${print({ server, ...Object.fromEntries(constants) })}\n${generateCheck(contract, [...new Set(listed)])}`
}

function requestFacts({ method, path, parameters, list }: OperationFacts) {
  const query = Object.entries(parameters)
    .filter(([, parameter]) => parameter.in === 'query')
    .map(([name, parameter]) => [name, pick(parameter, [...whatIsChecked])] as const)
  return { method, path, ...(list?.time && { time: list.time }), query: Object.fromEntries(query) }
}

/** What a value is held against before it is sent. */
const whatIsChecked = ['type', 'minLength', 'maxLength', 'minimum', 'maximum', 'default', 'allowed'] as const
