import { kebabCase } from '../../text/kebab-case.ts'
import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import { describe, type Exchange, isRefused, listOf } from '../exchange.ts'
import { type List, nounOf, type Part } from '../operation.ts'
import { type SortKey, sortKey } from '../order.ts'
import { isNoPage, queryOf, type Sighting, sightingsOf, type Walk, walkOver } from '../walk.ts'
import { arrivals, isMoving, isStillThere } from './changes.ts'
import { ownLists } from './lists.ts'

/** So many pages of a filtered list are read. */
const mostPages = 4

/** A query parameter that is named as a field of the items: the list holds all items with its value, and no other. */
const filterRule = (list: List, filter: Part): Rule => ({
  id: `filtering-${kebabCase(filter.name)}`,
  group: 'filtering',
  says: `With ${filter.name}, the list holds all ${nounOf(list.operation).many} with that ${filter.name}, and no others`,
  statement: filter,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.wide()
    if (isMoving(check, filter.name)) return notExercised(`values of ${filter.name} change while they are read`)
    const sample = rarest(sightingsOf(ownLists(check)), filter.name)
    if (!sample) return notExercised(`no ${nounOf(list.operation).one} has a ${filter.name}, or all have the same`)
    const walk = await filtered(list, check, filter, sample)
    const refused = walk.pages.find((page) => !listOf(page) && !isNoPage(page))
    if (refused) return [{ expected: 'a list', actual: refusal(refused), exchanges: [refused] }]
    return [
      ...otherFindings(walk, filter, sample),
      ...(await shortPageFindings(check, walk, filter)),
      ...(await missingFindings(list, check, walk, filter, sample)),
    ]
  },
})

const refusal = (exchange: Exchange) => (isRefused(exchange) ? 'a refusal' : 'no list')

/** An item whose value is the rarest of those that were seen, where there are several. */
function rarest(sightings: Sighting[], field: string): Sighting | undefined {
  const byKey = new Map<SortKey, Sighting[]>()
  for (const sighting of sightings) {
    const key = sortKey(sighting.item, field)
    if (key === undefined || key === '') continue
    byKey.set(key, [...(byKey.get(key) ?? []), sighting])
  }
  if (byKey.size < 2) return undefined
  return [...byKey.values()].reduce((least, each) => (each.length < least.length ? each : least))[0]
}

/** The pages of the list with an item's value, in the size that they have by default. */
function filtered(list: List, check: Check, filter: Part, { item }: Sighting): Promise<Walk> {
  const value = String(item.values[filter.name])
  return walkOver({}, { first: list.first, most: mostPages }, (query) =>
    check.ask.any({ query: [...queryOf(list, query), [filter.name, value]], wellFormed: true }),
  )
}

const hasValueOf = (sample: Sighting, field: string) => {
  const key = sortKey(sample.item, field)
  return ({ item }: Sighting) => sortKey(item, field) === key
}

function otherFindings(walk: Walk, filter: Part, sample: Sighting): Finding[] {
  const other = sightingsOf(walk.pages).find((sighting) => !hasValueOf(sample, filter.name)(sighting))
  if (!other) return []
  return [
    {
      expected: `only items with the ${filter.name} that was asked for`,
      actual: `one with another ${filter.name}`,
      exchanges: [other.exchange],
      at: `/${other.index}/${filter.name}`,
    },
  ]
}

/** A page that is not filled though another follows: each page of the whole list was filtered by itself. */
async function shortPageFindings({ survey }: Check, { pages }: Walk, filter: Part): Promise<Finding[]> {
  const full = listOf(await survey.bare())?.length ?? 0
  const filled = pages.filter((page) => listOf(page)?.length)
  const short = filled.slice(0, -1).find((page) => (listOf(page)?.length ?? 0) < full)
  if (!short) return []
  return [
    {
      expected: `pages of ${full}, as without ${filter.name}, since more follow`,
      actual: `${describe(short)}, as if each page were filtered by itself`,
      exchanges: [short],
    },
  ]
}

/** An item with the value that was seen before in the whole list, and is on no page of the filtered one. */
async function missingFindings(
  list: List,
  check: Check,
  walk: Walk,
  filter: Part,
  sample: Sighting,
): Promise<Finding[]> {
  if (walk.end !== 'complete') return []
  const listed = new Set(sightingsOf(walk.pages).map(({ item }) => item.id))
  const first = walk.pages[0]?.sequence ?? 0
  const missing = sightingsOf(ownLists(check))
    .filter(({ exchange }) => exchange.sequence < first)
    .find((sighting) => hasValueOf(sample, filter.name)(sighting) && !listed.has(sighting.item.id))
  if (!missing || !(await isStillThere(check, missing)) || (await arrivals(check)) > 0) return []
  return [
    {
      expected: `every ${nounOf(list.operation).one} with the ${filter.name} that was asked for`,
      actual: `${check.show(missing.item.id, list.id)} is missing, which the whole list holds`,
      exchanges: [missing.exchange, ...walk.pages.slice(-2)],
      item: missing.item,
    },
  ]
}

export const filterRules = (list: List): Rule[] => list.filters.map((filter) => filterRule(list, filter))
