import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkConversation } from '../generated/client.ts'
import { type Violation, validateConversationList } from '../generated/validators.ts'
import { listExamples } from './examples.ts'

// The client's check is short code of our own; ajv's, made from the same contract, says whether it is right.
const conversations = [...(await listExamples()).values()].flat()
const fields = [...new Set(conversations.flatMap(Object.keys))]
const members = [...new Set(conversations.flatMap(({ meta }) => Object.keys(meta ?? {})))]

/** The places that the client complains of. */
function complaints(value: unknown): string[] {
  const places: string[] = []
  checkConversation(value, (place) => places.push(place))
  return places.sort()
}

/** The places that ajv complains of, each once; what is missing as if it were there. */
function violations(value: unknown): string[] {
  const placeOf = ({ instancePath, params: { missingProperty } }: Violation) =>
    instancePath.slice('/0'.length) + (missingProperty ? `/${missingProperty}` : '')
  const broken = validateConversationList([value]) ? [] : (validateConversationList.errors ?? [])
  return [...new Set(broken.map(placeOf))].sort()
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'word', 0, 7, -1, 1.5, true, [], {}, '2024-06-03T11:57:48.000Z'),
  fc.constantFrom('2024-06-03', '2024-13-03T11:57:48Z', '2024-06-03 11:57:48Z', '2024-06-03t11:57:60+23:59'),
  fc.anything(),
)

const altered = fc
  .tuple(
    fc.constantFrom(...conversations),
    fc.dictionary(fc.constantFrom(...fields), anything, { maxKeys: 4, noNullPrototype: true }),
    fc.option(fc.dictionary(fc.constantFrom(...members), anything, { noNullPrototype: true })),
  )
  .map(([conversation, changes, meta]) => ({ ...conversation, ...(meta && { meta }), ...changes }))

it('takes the contract’s examples', () => {
  expect(conversations.length).toBeGreaterThan(3)
  expect(conversations.flatMap(complaints)).toEqual([])
})

it('finds in altered conversations what ajv finds', () => {
  fc.assert(
    fc.property(altered, (conversation) => {
      expect(complaints(conversation)).toEqual(violations(conversation))
    }),
    { numRuns: 5_000 },
  )
})

it.each([undefined, null, 7, 'text', [], true])('finds that %j is no conversation', (value) => {
  expect(complaints(value)).toEqual([''])
  expect(violations(value)).toEqual([''])
})
