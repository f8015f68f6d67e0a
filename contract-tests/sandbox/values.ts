import type { FieldFacts } from '../../generated/facts.ts'
import type { Random } from './random.ts'
import { classifications, summaries, titles } from './texts.ts'

/** Counts whose order as strings differs from their order as numbers. */
const counts = [2, 9, 10, 100, 1, 11, 25, 3, 19, 200]

/** A column of values: one for each conversation. */
export type Column = (count: number, field: FieldFacts, random: Random) => unknown[]

/** Fields whose name says more than the contract's keywords do. */
export const namedColumns: Readonly<Record<string, Column>> = {
  summary: (count, _field, random) => spread(summaries, count, random),
  classification: (count, _field, random) => spread([null, ...classifications], count, random),
  assignee_id: (count, _field, random) => {
    const people = [random.uuid(), random.uuid(), random.uuid()]
    return spread(['copilot', 'copilot', 'copilot', ...people], count, random)
  },
  meta: (count, _field, random) => spread([null, null, {}, ...metas(random)], count, random),
}

/** A column for any field of the contract, made from its keywords alone. */
export function columnOf(field: FieldFacts): Column {
  const choices = choicesOf(field)
  return (count, _field, random) => spread(choices, count, random)
}

/** Every choice as often as every other, as far as the count allows, in an order that follows nothing. */
function spread(choices: readonly unknown[], count: number, random: Random): unknown[] {
  return random.shuffled(Array.from({ length: count }, (_, index) => choices[index % choices.length]))
}

function choicesOf(field: FieldFacts): readonly unknown[] {
  if (field.allowed) return field.allowed
  if (field.known) return field.known
  switch (field.type) {
    case 'integer':
    case 'number':
      return numbersWithin(field)
    case 'boolean':
      return [true, false]
    case 'array':
      return [field.example ?? []]
    case 'object':
      return [field.example ?? objectOf(field)]
    case 'null':
      return [null]
    default:
      return [textOf(field)]
  }
}

/** An object with what it can't be without. */
const objectOf = ({ fields = {} }: FieldFacts): object =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, choicesOf(field)[0]]))

function numbersWithin({ type, minimum, maximum }: FieldFacts): number[] {
  const low = minimum ?? Number.NEGATIVE_INFINITY
  const high = maximum ?? Number.POSITIVE_INFINITY
  const within = counts.filter((count) => count >= low && count <= high)
  if (within.length > 1) return within
  const bounds = type === 'integer' ? [Math.ceil(low), Math.floor(high)] : [low, high]
  return [...new Set(bounds)].filter(Number.isFinite)
}

/** What no keyword but a pattern tells is shown by the contract's own example, as is a form that must have a length besides. */
function textOf({ format, minLength = 0, maxLength, pattern, example }: FieldFacts): string {
  const isParticular = pattern !== undefined || (format && (minLength > 0 || maxLength !== undefined))
  if (isParticular && typeof example === 'string') return example
  const texts: Readonly<Record<string, string>> = {
    'date-time': '2024-06-03T11:57:48.000Z',
    date: '2024-06-03',
    time: '11:57:48Z',
    uuid: '5003584a-be1f-4754-a0c7-703f48589e03',
    email: 'someone@example.com',
    uri: 'https://example.com/',
    'uri-reference': '/',
    hostname: 'example.com',
    ipv4: '192.0.2.1',
    ipv6: '2001:db8::1',
  }
  return (format && texts[format]) ?? 'made up'.padEnd(minLength, '.').slice(0, maxLength)
}

function metas(random: Random): object[] {
  return titles.map((title, index) => ({
    title,
    title_generation_type: index % 2 ? 'auto' : null,
    ...(index % 2 === 0 && { phoneNumber: `+1555010${index}` }),
    ...(index % 3 === 0 && { whatsappToNumber: '+15550199' }),
    ...(index % 3 === 1 && { recordingUrl: `https://example.com/recordings/${random.uuid()}.mp3` }),
  }))
}
