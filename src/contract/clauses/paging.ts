import { list, parameters } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import { assumed } from '../evidence.ts'
import { describe, type Exchange, itemsOf, listOf } from '../exchange.ts'
import { sortKey } from '../order.ts'
import { large } from '../survey.ts'
import { queryOf, type Sighting, sightingsOf, type Walk, walkOver } from '../walk.ts'
import { arrivals, isLost, isStillThere } from './changes.ts'
import { foundAfterwards, neverReached, overlooked } from './coverage.ts'
import { pagingDefaults } from './defaults.ts'
import { ownLists } from './lists.ts'

const { page, limit } = parameters
const sortBy = parameters.sortBy.default

/** What limit an exchange asked for; undefined when it asked for none that can be used. */
function askedLimit({ query }: Exchange): number | undefined {
  const given = query.filter(([name]) => name === 'limit').map(([, value]) => value)
  if (given.length === 0) return limit.default
  return given.length === 1 && /^[1-9]\d{0,5}$/.test(given[0] ?? '') ? Number(given[0]) : undefined
}

const hasSecondPage = (walk: Walk) => walk.pages.length > 1 && Boolean(listOf(walk.pages[0] as Exchange)?.length)

const noSecondPage = notExercised('no second page holds a conversation')

const limitKept: Clause = {
  id: 'paging-limit',
  group: 'paging',
  says: 'A page holds at most limit conversations, and fewer only at the end or when the server clamps the limit',
  statement: limit,
  severity: 'violated',
  last: true,
  async judge(check) {
    const walks = [...(await check.survey.forward()), await check.survey.reversed()]
    const lists = ownLists(check).filter((exchange) => askedLimit(exchange) && listOf(exchange)?.length)
    if (lists.length === 0) return notExercised('no list with a conversation was answered')
    const over = lists.flatMap((exchange) => {
      const most = askedLimit(exchange) ?? 0
      const count = listOf(exchange)?.length ?? 0
      return count > most
        ? [{ expected: `at most ${most} conversations`, actual: `${count}`, exchanges: [exchange] }]
        : []
    })
    const largest = Math.max(...lists.map((exchange) => listOf(exchange)?.length ?? 0))
    for (const walk of walks) over.push(...(await shortPageFindings(walk, largest, check)))
    return over
  },
}

/** A page that is shorter than it could be though another follows. What the server once gave in a page, it can give again. */
async function shortPageFindings(walk: Walk, largest: number, check: Check): Promise<Finding[]> {
  const full = Math.min(walk.query.limit ?? limit.default, largest)
  const isShort = (exchange: Exchange) => (listOf(exchange)?.length ?? 0) < full
  const filled = walk.pages.filter((exchange) => listOf(exchange)?.length)
  const short = filled.slice(0, -1).find(isShort)
  // The last page may have been filled up by arrivals before the next was read.
  if (!short || !isShort(await check.ask.again(short.query))) return []
  return [{ expected: `${full} conversations, since more follow`, actual: describe(short), exchanges: [short] }]
}

const limitOne: Clause = {
  id: 'paging-limit-one',
  group: 'paging',
  says: 'With limit=1, page 2 is the second conversation',
  statement: limit,
  severity: 'violated',
  compares: true,
  judge: async (check) => nthOfOne(check, [2]),
}

const deep: Clause = {
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
      return nthOfOne(check, [count])
    }
    const last = await check.survey.lastPage()
    if (!last) return notExercised('the end of the list was not found')
    const walked = wide.pages.includes(last.exchange)
    return walked ? nthOfOne(check, [sightingsOf(wide.pages).length]) : lastPageFindings(check, wide, last.exchange)
  },
}

/** Single conversations by their place, against the order that the widest walk showed. */
async function nthOfOne(check: Check, places: number[]) {
  const order = sightingsOf((await check.survey.wide()).pages)
  const known = [...new Set(places)].filter((place) => place >= 1 && place <= order.length)
  if (known.length === 0) return notExercised('no list with a conversation was answered')
  const findings: Finding[] = []
  for (const place of known) {
    const exchange = await check.survey.page({ limit: 1, page: place })
    const [conversation, ...others] = listOf(exchange) ?? []
    const expected = order[place - 1]
    const isExpected = others.length === 0 && conversation?.id === expected?.conversation.id
    if (!expected || isExpected || (others.length === 0 && (await hasMoved(check, expected, conversation?.id))))
      continue
    if (!conversation || others.length > 0) {
      findings.push({ expected: 'one conversation', actual: describe(exchange), exchanges: [exchange] })
    } else {
      const tie = sortKey(conversation, sortBy) === sortKey(expected.conversation, sortBy)
      findings.push({
        expected: `the conversation in place ${place} of wider pages`,
        actual: tie ? `another one with an equal ${sortBy}` : 'another one',
        exchanges: [expected.exchange, exchange],
        ...(tie && { severity: 'advisory' as const }),
      })
    }
  }
  return findings
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

const noOverlap: Clause = {
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
  const seen = new Map<string, Exchange>()
  const repeats = sightingsOf(walk.pages).filter(({ conversation: { id }, exchange }) => {
    const before = seen.get(id) ?? exchange
    seen.set(id, before)
    return before !== exchange
  })
  const [first] = repeats
  if (!first) return []
  const most = Math.max(...walk.pages.map((page) => repeats.filter(({ exchange }) => exchange === page).length))
  if ((await arrivals(check)) >= most) return []
  const before = seen.get(first.conversation.id) as Exchange
  return [
    {
      expected: 'conversations that no page before holds',
      actual: `a conversation of page ${Object.fromEntries(before.query).page ?? page.default} again`,
      exchanges: [before, first.exchange],
      at: `/${first.index}`,
    },
  ]
}

const noGap: Clause = {
  id: 'paging-no-gap',
  group: 'paging',
  says: 'The pages of a list leave nothing out, whatever their size',
  statement: page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = await check.survey.forward()
    if (!walks.some(hasSecondPage)) return noSecondPage
    const reversed = [await check.survey.reversed(), await check.survey.smallReversed()]
    const findings: Finding[] = []
    for (const walk of [...walks, ...reversed]) {
      const lost = overlooked(walk.pages, ownLists(check), sortBy, reversed.includes(walk) ? -1 : 1)
      if (lost && (await isLost(check, walk.pages, lost))) findings.push(lossFinding(walk, lost.exchange, 'in between'))
    }
    return findings
  },
}

const lastPage: Clause = {
  id: 'paging-last-page',
  group: 'paging',
  says: 'The list goes on until its last conversation',
  statement: page,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = [...(await check.survey.forward()), await check.survey.reversed()].filter(
      ({ end }) => end === 'complete',
    )
    if (walks.length === 0) return notExercised('no walk came to the end of the list')
    const findings: Finding[] = await tailFindings(check)
    for (const walk of walks) {
      const lost = neverReached(walk.pages, ownLists(check))
      if (lost && (await isLost(check, walk.pages, lost))) findings.push(lossFinding(walk, lost.exchange, 'at the end'))
    }
    return findings
  },
}

const complete: Clause = {
  id: 'paging-complete',
  group: 'paging',
  says: 'The list holds every conversation that is in a list of another order',
  statement: list,
  severity: 'violated',
  last: true,
  async judge(check) {
    const wide = await check.survey.wide()
    if (wide.end !== 'complete') return notExercised('the end of the list was not reached')
    const suspect = foundAfterwards(wide.pages, ownLists(check))
    return suspect ? neverListed(check, wide, suspect) : []
  },
}

/** A conversation that is on no page of the list when that is walked once more, and still in the other: that confirms it. */
async function neverListed(check: Check, wide: Walk, suspect: Sighting): Promise<Finding[]> {
  const again = await walkOver(wide.query, 2 * wide.pages.length, (query) => check.ask.again(queryOf(query)))
  const { id } = suspect.conversation
  if (again.end !== 'complete' || sightingsOf(again.pages).some(({ conversation }) => conversation.id === id)) return []
  return (await isStillThere(check, suspect)) ? [lossFinding(again, suspect.exchange, 'each time')] : []
}

/** The last page of default size, which the walk in such pages may not have come to, against the end of the wide walk. */
async function tailFindings(check: Check): Promise<Finding[]> {
  const wide = await check.survey.wide()
  if (wide.end !== 'complete') return []
  const order = sightingsOf(wide.pages)
  if (order.length === 0) return []
  const full = Math.min(limit.default, listOf(wide.pages[0] as Exchange)?.length ?? 0)
  const start = Math.floor((order.length - 1) / full) * full
  const exchange = await check.survey.page({ ...check.survey.defaults, page: start / full + 1 })
  // By their sort keys, since equal ones may be in another order in pages of another size.
  const expected = order.slice(start).map(({ conversation }) => sortKey(conversation, sortBy))
  const items = itemsOf(exchange)
  const found = listOf(exchange)?.map((conversation) => sortKey(conversation, sortBy))
  const isTail = JSON.stringify(found) === JSON.stringify(expected)
  if (isTail || (await hasChanged(check, wide))) return []
  return [
    {
      expected: `the last ${expected.length} of ${order.length} conversations`,
      actual: items ? `${items.length} items, not those` : describe(exchange),
      exchanges: [wide.pages.at(-2) as Exchange, exchange],
    },
  ]
}

/** Whether the end of a list is another by now than when it was walked. */
async function hasChanged(check: Check, walk: Walk): Promise<boolean> {
  const last = walk.pages.at(-2) as Exchange
  const again = await check.ask.again(last.query)
  return JSON.stringify(listOf(again)?.map(({ id }) => id)) !== JSON.stringify(listOf(last)?.map(({ id }) => id))
}

function lossFinding(walk: Walk, seenIn: Exchange, where: string): Finding {
  const size = walk.query.limit ?? limit.default
  return {
    expected: 'every conversation that another request shows',
    actual: `pages of ${size}${walk.query.sortDirection ? ` in ${walk.query.sortDirection} order` : ''} leave one out ${where}`,
    exchanges: [seenIn, ...walk.pages.slice(-2)],
  }
}

const sameOrder: Clause = {
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

const pastEnd: Clause = {
  id: 'paging-past-end',
  group: 'paging',
  says: 'A page past the end is an empty list',
  statement: assumed(list),
  severity: 'violated',
  async judge(check) {
    const { survey } = check
    const walks = await survey.forward()
    const last = await survey.lastPage()
    const most = Math.max(...walks.map(({ pages }) => sightingsOf(pages).length), (last?.page ?? 0) * large)
    // Of a list that seems empty, the second page shows whether only the first one is.
    const far = await survey.page({ page: most === 0 ? 2 : most + limit.default, limit: limit.default })
    const ends = walks
      .filter(({ end }) => end === 'repeating' || end === 'broken')
      .map(({ pages }) => pages.at(-1) as Exchange)
    return [
      ...ends.filter((exchange) => Object.fromEntries(exchange.query).page !== '1'),
      far,
      ...(await justPastEnd(check, most)),
    ].flatMap((exchange) =>
      listOf(exchange)?.length === 0
        ? []
        : [{ expected: '200 with []', actual: describe(exchange), exchanges: [exchange] }],
    )
  },
}

/** Where the last page is full, an off-by-one shows on the next one, unless arrivals fill it. */
async function justPastEnd(check: Check, count: number): Promise<Exchange[]> {
  if (count === 0 || count % limit.default > 0) return []
  const next = await check.survey.page({ page: count / limit.default + 1, limit: limit.default })
  return listOf(next)?.length && (await arrivals(check)) > 0 ? [] : [next]
}

export const pagingClauses: Clause[] = [
  ...pagingDefaults,
  limitKept,
  limitOne,
  deep,
  noOverlap,
  noGap,
  sameOrder,
  lastPage,
  pastEnd,
  complete,
]
