/** What became of the set of values that a keyword allows. */
export type Turn = 'tighter' | 'looser' | 'other'

type Compare = (before: unknown, after: unknown) => Turn

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
  if (is.every((value) => was.includes(value))) return 'tighter'
  return was.every((value) => is.includes(value)) ? 'looser' : 'other'
}

/** Names that must all be there: more are tighter. `required` of a parameter is true or false. */
const demand: Compare = (before, after) => {
  if (typeof before === 'boolean' || typeof after === 'boolean') return after ? 'tighter' : 'looser'
  const turn = choice(before ?? [], after ?? [])
  if (turn === 'other') return turn
  return turn === 'tighter' ? 'looser' : 'tighter'
}

/** Every keyword that narrows what may be sent, and how to tell in which direction it moved. */
export const constraints: Record<string, Compare> = {
  type: choice,
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
    if (before !== false && after !== false) return 'other'
    return after === false ? 'tighter' : 'looser'
  },
}

const listed = (value: unknown): string[] => [value].flat().map((each) => JSON.stringify(each))
