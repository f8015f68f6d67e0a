import { operations } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, type NotExercised, notExercised } from '../clause.ts'
import { describe, type Exchange, listOf } from '../exchange.ts'
import { sortKey } from '../order.ts'
import { type Sighting, sightingsOf, type Walk } from '../walk.ts'
import { arrivals } from './changes.ts'

const { parameters } = operations.listConversations

const { page, limit } = parameters
const sortBy = parameters.sortBy.default

export const limitOne: Clause = {
  id: 'paging-limit-one',
  group: 'paging',
  says: 'With limit=1, page 2 is the second conversation',
  statement: limit,
  severity: 'violated',
  compares: true,
  judge: async (check) => nthOfOne(check, 2),
}

export const deep: Clause = {
  id: 'paging-deep',
  group: 'paging',
  says: 'A page deep in the list is the continuation of the pages before it',
  statement: page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const wide = await check.survey.wide()
    const small = await check.survey.small()
    const complete = [wide, small].find(({ end }) => end === 'complete')
    if (complete) {
      const count = sightingsOf(complete.pages).length
      return nthOfOne(check, count)
    }
    const last = await check.survey.lastPage()
    if (!last) return notExercised('the end of the list was not found')
    const walked = wide.pages.includes(last.exchange)
    return walked ? nthOfOne(check, sightingsOf(wide.pages).length) : lastPageFindings(check, wide, last.exchange)
  },
}

/** A single conversation by its place, against the order that the widest walk showed. */
async function nthOfOne(check: Check, place: number): Promise<Finding[] | NotExercised> {
  const expected = sightingsOf((await check.survey.wide()).pages)[place - 1]
  if (!expected) return notExercised('no list with a conversation was answered')
  const exchange = await check.survey.page({ limit: 1, page: place })
  const [conversation, ...others] = listOf(exchange) ?? []
  const isOne = others.length === 0
  if (isOne && conversation?.id === expected.conversation.id) return []
  if (isOne && (await hasMoved(check, expected, conversation?.id))) return []
  if (!conversation || !isOne) {
    return [{ expected: 'one conversation', actual: describe(exchange), exchanges: [exchange] }]
  }
  const tie = sortKey(conversation, sortBy) === sortKey(expected.conversation, sortBy)
  return [
    {
      expected: `the conversation in place ${place} of wider pages`,
      actual: tie ? `another one with an equal ${sortBy}` : 'another one',
      exchanges: [expected.exchange, exchange],
      ...(tie && { severity: 'advisory' as const }),
    },
  ]
}

/** Whether the place that a conversation had is another's by now, or nobody's: something was deleted. */
async function hasMoved(check: Check, { exchange, index }: Sighting, id: string | undefined): Promise<boolean> {
  return listOf(await check.ask.again(exchange.query))?.[index]?.id === id
}

/** The last page of a list too long to be walked: nothing of the first pages, and the newest conversations at its end. */
async function lastPageFindings(check: Check, wide: Walk, last: Exchange): Promise<Finding[]> {
  const early = new Set(sightingsOf(wide.pages).map(({ conversation }) => conversation.id))
  const conversations = listOf(last) ?? []
  if (conversations.some(({ id }) => early.has(id))) {
    return [
      { expected: 'conversations that no early page holds', actual: 'some again', exchanges: [...wide.pages, last] },
    ]
  }
  const newest = await check.survey.newest()
  const ids = new Set(conversations.map(({ id }) => id))
  const lost = (listOf(newest) ?? []).slice(0, conversations.length).find(({ id }) => !ids.has(id))
  if (!lost || (await arrivals(check)) > 0) return []
  return [
    {
      expected: 'the newest conversations at the end of the list',
      actual: 'one is missing',
      exchanges: [newest, last],
    },
  ]
}
