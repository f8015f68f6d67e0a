import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import type { Exchange } from '../exchange.ts'
import { nounOf } from '../operation.ts'
import { distinctKeys, firstScattered, hasOrder, isUnambiguous, keysOf } from '../order.ts'
import { type Sighting, sightingsOf } from '../walk.ts'
import { arrivals, isLost, isMoving } from './changes.ts'
import { cutOff } from './coverage.ts'
import { ownLists } from './lists.ts'
import { type OrderedList, sortableFields } from './sortable.ts'
import { honoured, type Readings } from './sorted-readings.ts'

/**
 * What can be told of the order of texts without knowing the server's collation: that a list from its other end is the
 * reverse, and that a page holds all items of a value before it goes on to the next.
 */
export const bothWays = (list: OrderedList): Rule => ({
  id: 'sorting-both-ways',
  group: 'sorting',
  says: `By any field, ${list.order.ascending} and ${list.order.descending} are each other's reverse, over the whole list and not page by page`,
  statement: list.order.sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    await check.survey.forward()
    const findings: Finding[] = []
    let judged = 0
    for (const field of sortableFields(list)) {
      const readings = await honoured(list, check, field)
      if (!readings || !isTelling(readings, field) || isMoving(check, field)) continue
      judged++
      findings.push(...(await reverseFindings(list, readings, field, check)))
      if (!hasOrder(list.item, field)) findings.push(...(await cutOffFindings(list, readings, field, check)))
    }
    return judged === 0
      ? notExercised(`the server sorts by ${list.order.sortBy.default} alone, or the data shows no difference`)
      : findings
  },
})

/** Whether two values differ, and differ for every server. */
export function isTelling({ up, down }: Readings, field: string): boolean {
  const sightings = sightingsOf([up, down])
  return distinctKeys(sightings, field) > 1 && isUnambiguous(field, sightings)
}

async function reverseFindings(
  { order }: OrderedList,
  { up, down }: Readings,
  field: string,
  check: Check,
): Promise<Finding[]> {
  const { ascending, descending } = order
  const rising = keysOf(sightingsOf([up]), field)
  const falling = keysOf(sightingsOf([down]), field)
  if (rising.length === 0 || falling.length === 0) return []
  const finding = (actual: string): Finding[] => [
    { expected: `by ${field}, ${descending} to be the reverse of ${ascending}`, actual, exchanges: [up, down] },
  ]
  if (rising[0] === falling[0]) return finding(`both begin with the same ${field}`)
  if (!(await isWholeList(down, check))) return []
  const expected = falling.toReversed().slice(0, rising.length)
  if (expected.every((key, index) => key === rising[index]) || (await arrivals(check)) > 0) return []
  return finding(`${ascending} begins with other values of ${field} than ${descending} ends with`)
}

/** Whether a page holds as many items as the list has. */
async function isWholeList(page: Exchange, check: Check): Promise<boolean> {
  const { pages, end } = await check.survey.wide()
  return end === 'complete' && sightingsOf([page]).length === sightingsOf(pages).length
}

async function cutOffFindings(
  list: OrderedList,
  { up, down }: Readings,
  field: string,
  check: Check,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const page of [up, down]) {
    const sightings: Sighting[] = sightingsOf([page])
    const everything = ownLists(check)
    if (firstScattered(sightings, field) || !isUnambiguous(field, sightingsOf(everything))) continue
    const lost = cutOff(sightings, everything, field)
    if (!lost || !(await isLost(check, [page], lost))) continue
    findings.push({
      expected: `every ${nounOf(list.operation).one} of a ${field} before those of the next`,
      actual: `${check.show(lost.item.id, list.id)} is missing, as if each page were sorted by itself`,
      exchanges: [lost.exchange, page],
      item: lost.item,
    })
  }
  return findings
}
