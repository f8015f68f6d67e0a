/** What became of the set of values that a keyword allows. */
export type Turn = 'tighter' | 'looser' | 'other'

/** Undefined where the same values are allowed in other words. */
type Compare = (before: unknown, after: unknown) => Turn | undefined

const bound =
  (tighterWhen: (before: number, after: number) => boolean): Compare =>
  (before, after) => {
    if (before === undefined) return 'tighter'
    if (after === undefined) return 'looser'
    return tighterWhen(Number(before), Number(after)) ? 'tighter' : 'looser'
  }

const lower = bound((before, after) => after > before)
const upper = bound((before, after) => after < before)

/** Any value at all, until the keyword is there. */
const exact: Compare = (before, after) => {
  if (before === undefined) return 'tighter'
  return after === undefined ? 'looser' : 'other'
}

/** Values of which one must be met: fewer are tighter. */
const choice: Compare = (before, after) => {
  if (before === undefined || after === undefined) return exact(before, after)
  const [was, is] = [listed(before), listed(after)]
  const [fewer, more] = [is.every((value) => was.includes(value)), was.every((value) => is.includes(value))]
  if (fewer && more) return undefined
  return fewer ? 'tighter' : more ? 'looser' : 'other'
}

/** Names that must all be there: more are tighter. `required` of a parameter is true or false. */
const demand: Compare = (before, after) => {
  if (typeof before === 'boolean' || typeof after === 'boolean') return after ? 'tighter' : 'looser'
  const turn = choice(before ?? [], after ?? [])
  if (!turn || turn === 'other') return turn
  return turn === 'tighter' ? 'looser' : 'tighter'
}

/** How many other properties there may be: none, those of a schema, any. */
const extent = (value: unknown) => (value === false ? 0 : typeof value === 'object' ? 1 : 2)

/** An integer is a number, wherever any number may be. */
const withIntegers = (type: unknown) =>
  type === undefined ? undefined : [type].flat().flatMap((each) => (each === 'number' ? ['number', 'integer'] : [each]))

/** Keywords with schemas that the comparison does not go into. */
export const unfollowed = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'prefixItems',
  'propertyNames',
  'patternProperties',
  'dependentSchemas',
  'dependentRequired',
  'unevaluatedItems',
  'unevaluatedProperties',
]

/** Every keyword that narrows what may be sent, and how to tell in which direction it moved. */
export const constraints: Record<string, Compare> = {
  type: (before, after) => choice(withIntegers(before), withIntegers(after)),
  enum: choice,
  const: exact,
  format: exact,
  pattern: exact,
  multipleOf: exact,
  minimum: lower,
  exclusiveMinimum: lower,
  minLength: lower,
  minItems: lower,
  minProperties: lower,
  maximum: upper,
  exclusiveMaximum: upper,
  maxLength: upper,
  maxItems: upper,
  maxProperties: upper,
  uniqueItems: (_, after) => (after ? 'tighter' : 'looser'),
  required: demand,
  additionalProperties: (before, after) => {
    const [was, is] = [extent(before), extent(after)]
    if (was === is) return 'other'
    return is < was ? 'tighter' : 'looser'
  },
  'x-equals-parameter': exact,
  ...Object.fromEntries(unfollowed.map((keyword) => [keyword, () => 'other' as const])),
}

const listed = (value: unknown): string[] => [value].flat().map((each) => JSON.stringify(each))
