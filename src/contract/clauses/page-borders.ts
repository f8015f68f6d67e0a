import { operations } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { type Exchange, listOf } from '../exchange.ts'
import { sortKey } from '../order.ts'
import { sightingsOf, sightingsWithOrigin, type Walk } from '../walk.ts'
import { arrivals, isLost } from './changes.ts'
import { overlooked } from './coverage.ts'
import { ownLists } from './lists.ts'

const { parameters } = operations.listConversations

const { page, limit } = parameters
const sortBy = parameters.sortBy.default

const hasSecondPage = (walk: Walk) => walk.pages.length > 1 && Boolean(listOf(walk.pages[0] as Exchange)?.length)

const noSecondPage = notExercised('no second page holds a conversation')

export const noOverlap: Clause = {
  id: 'paging-no-overlap',
  group: 'paging',
  says: 'No conversation stands on two pages of one list',
  statement: page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = await check.survey.forward()
    if (!walks.some(hasSecondPage)) return noSecondPage
    const findings: Finding[] = []
    for (const walk of [...walks, await check.survey.smallReversed()])
      findings.push(...(await repeatFindings(walk, check)))
    return findings
  },
}

/** Conversations that stand on two pages of a walk, and were not pushed there by as many arrivals. */
export async function repeatFindings(walk: Walk, check: Check): Promise<Finding[]> {
  const repeats = sightingsWithOrigin(walk.pages).filter(({ exchange, origin }) => exchange !== origin)
  const [first] = repeats
  if (!first) return []
  const most = Math.max(...walk.pages.map((page) => repeats.filter(({ exchange }) => exchange === page).length))
  if ((await arrivals(check)) >= most) return []
  const before = first.origin
  return [
    {
      expected: 'conversations that no page before holds',
      actual: `a conversation of page ${Object.fromEntries(before.query).page ?? page.default} again`,
      exchanges: [before, first.exchange],
      at: `/${first.index}`,
    },
  ]
}

export const noGap: Clause = {
  id: 'paging-no-gap',
  group: 'paging',
  says: 'The pages of a list leave nothing out, whatever their size',
  statement: page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = await check.survey.forward()
    if (!walks.some(hasSecondPage)) return noSecondPage
    const beyond = await check.survey.beyond()
    const reversed = [await check.survey.reversed(), await check.survey.smallReversed()]
    const findings: Finding[] = []
    for (const walk of [...walks, ...(beyond ? [beyond] : []), ...reversed]) {
      const lost = overlooked(walk.pages, ownLists(check), sortBy, reversed.includes(walk) ? -1 : 1)
      if (lost && (await isLost(check, walk.pages, lost))) findings.push(lossFinding(walk, lost.exchange, 'in between'))
    }
    return findings
  },
}

export function lossFinding(walk: Walk, seenIn: Exchange, where: string): Finding {
  const size = walk.query.limit ?? limit.default
  return {
    expected: 'every conversation that another request shows',
    actual: `pages of ${size}${walk.query.sortDirection ? ` in ${walk.query.sortDirection} order` : ''} leave one out ${where}`,
    exchanges: [seenIn, ...walk.pages.slice(-2)],
  }
}

export const sameOrder: Clause = {
  id: 'paging-same-order',
  group: 'paging',
  says: 'The order of a list does not depend on the size of its pages',
  statement: parameters.sortBy,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const [small, wide, uneven] = (await check.survey.forward()) as [Walk, Walk, Walk]
    if (!hasSecondPage(small)) return noSecondPage
    return [small, uneven].flatMap((walk) => {
      const places = new Map(sightingsOf(wide.pages).map(({ conversation }, place) => [conversation.id, place]))
      const common = sightingsOf(walk.pages).filter(({ conversation }) => places.has(conversation.id))
      const at = common.findIndex(
        ({ conversation }, index) =>
          index > 0 && (places.get(conversation.id) ?? 0) < (places.get(common[index - 1]?.conversation.id ?? '') ?? 0),
      )
      const [before, after] = [common[at - 1], common[at]]
      if (!before || !after) return []
      const tie = sortKey(before.conversation, sortBy) === sortKey(after.conversation, sortBy)
      return [
        {
          expected: `the order of pages of ${wide.query.limit}`,
          actual: tie ? `another order of equal ${sortBy}` : 'another order',
          exchanges: [...wide.pages.slice(0, 1), after.exchange],
          at: `/${after.index}`,
          ...(tie && { severity: 'advisory' as const }),
        },
      ]
    })
  },
}
