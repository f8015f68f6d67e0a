import fc from 'fast-check'
import { expect, it } from 'vitest'
import { violationsOfConversationList } from '../generated/list-check.ts'
import { type Violation, validateConversationList } from '../generated/validators.ts'
import { makeConversations } from './sandbox/conversations.ts'

const organization = '00000000-0000-4000-8000-000000000000'
const sample = makeConversations(organization, 3, 'list-check')
const fields = Object.keys(sample[0] ?? {})

const odd = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, -1, 1.5, true, [], {}, ['x'], '2024-05-01 10:00:00Z', '2024-05-01T10:00:00Z'),
  fc.jsonValue(),
)
const meta = fc.dictionary(fc.constantFrom('title', 'summary', 'phoneNumber', 'recordingUrl', 'other'), odd)
const change = fc.tuple(fc.nat(2), fc.constantFrom(...fields), fc.oneof(odd, meta))

/** The list's own type stands elsewhere in the contract for the one than for the other. */
const sorted = (violations: readonly Violation[]) =>
  violations
    .map(({ schemaPath, ...rest }) => JSON.stringify({ ...rest, schemaPath: rest.instancePath && schemaPath }))
    .sort()

function agree(value: unknown) {
  const expected = validateConversationList(value) ? [] : (validateConversationList.errors ?? [])
  expect(sorted(violationsOfConversationList(value, 1_000))).toEqual(sorted(expected))
}

it('the light check finds what the compiled validator finds', () => {
  agree(sample)
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const list: Record<string, unknown>[] = sample.map((conversation) => ({ ...conversation }))
      for (const [index, field, value] of changes) Object.assign(list[index] ?? {}, { [field]: value })
      agree(list)
    }),
  )
})

it.each([[null], [{}], ['text'], [7], [[null, 'x', [], {}]], [[[{}]]]])('also of %j', agree)

it('the light check stops after as many as are asked for', () => {
  expect(violationsOfConversationList(Array(100).fill({}), 10)).toHaveLength(10)
})
