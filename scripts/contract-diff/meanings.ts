import type { Impact } from './change.ts'
import type { Direction } from './rate.ts'

export type SecurityRequirement = Record<string, string[]>

/** How much a changed keyword asks, and why; undefined where it asks nothing. */
export type Rating = { impact: Impact; why: string } | undefined

/** Names of parameters and fields, by the part of a list that they play. */
type Parts = Record<string, string>

type Rate = (before: unknown, after: unknown, direction: Direction) => Rating

const evidence: Rate = () => ({
  impact: 'minor',
  why: 'how severely `verify` judges rests on it',
})

/** The keywords that narrow nothing but mean something to those who call, read or check. */
export const meanings: Record<string, Rate> = {
  default: () => ({ impact: 'major', why: 'whoever leaves it out gets something else' }),
  url: () => ({ impact: 'major', why: 'clients without a base URL of their own go there' }),
  security: rateSecurity,
  'x-extensible-enum': rateOpenSet,
  'x-list': rateList,
  'x-available-when': (_, after) =>
    after === undefined
      ? { impact: 'minor', why: 'a value may come where none did' }
      : { impact: 'major', why: 'readers find no value where they had one' },
  'x-evidence': evidence,
  'x-evidence-of': evidence,
  operationId: () => ({ impact: 'minor', why: 'it tells `verify` where to look' }),
  parameters: () => ({ impact: 'minor', why: 'it tells `verify` where to look' }),
  value: () => ({ impact: 'patch', why: 'the mock answers with it' }),
}

function rateOpenSet(before: unknown, after: unknown, direction: Direction): Rating {
  if (!Array.isArray(before) || !Array.isArray(after)) {
    return { impact: 'major', why: 'an open set became another kind of set: types and checks change' }
  }
  if (before.some((value) => !after.includes(value))) {
    const why =
      direction === 'request' ? 'a server need not take it any more' : '`verify` accuses a server that sends it'
    return { impact: 'major', why: `a known value is known no more: ${why}` }
  }
  const isNew = after.some((value) => !before.includes(value))
  return isNew ? { impact: 'minor', why: 'one more known value' } : { impact: 'patch', why: 'only the order' }
}

function rateList(before: unknown, after: unknown): Rating {
  const [was, is] = [before, after].map((parts) => (parts ?? {}) as Parts) as [Parts, Parts]
  const stays = Object.keys(was).every((part) => is[part] === was[part])
  return stays
    ? { impact: 'minor', why: 'readers are promised more, and checks demand it' }
    : { impact: 'major', why: 'what readers could ask of the list is gone or called otherwise' }
}

/** Requirements are alternatives: fewer ways in, or a way in without a token, both break somebody. */
function rateSecurity(before: unknown, after: unknown): Rating {
  const [was, is] = [alternatives(before), alternatives(after)]
  const opened = is.includes('{}') && !was.includes('{}')
  if (opened) return { impact: 'major', why: 'conversations could be read without a token' }
  if (was.some((each) => !is.includes(each))) return { impact: 'major', why: 'a way to authenticate is gone' }
  return { impact: 'minor', why: 'one more way to authenticate' }
}

/** No requirement at all is the same as the empty one. */
function alternatives(value: unknown): string[] {
  const requirements = (value as SecurityRequirement[] | undefined) ?? []
  return requirements.length === 0 ? ['{}'] : requirements.map((each) => JSON.stringify(each))
}
