import { type Check, type Finding, notExercised, type Rule } from '../clause.ts'
import type { Exchange } from '../exchange.ts'
import { type List, nounOf } from '../operation.ts'
import { distinctKeys, keysOf } from '../order.ts'
import { sightingsOf, type Walk } from '../walk.ts'
import { sortingDefaults } from './defaults.ts'
import { isOrdered, type OrderedList } from './sortable.ts'
import { coverageFindings, type Direction, inversionFindings } from './sorted.ts'
import { sortedFieldRules } from './sorted-fields.ts'
import { sortedTiesRules } from './sorted-ties.ts'

/** Lists of the default field, each as the pages that were read of it from the first one on. */
async function judgeOrder(list: OrderedList, lists: Exchange[][], direction: Direction, check: Check) {
  const field = list.order.sortBy.default
  if (lists.every((pages) => distinctKeys(sightingsOf(pages), field) < 2))
    return notExercised(lackOf(list, lists.flat()))
  const findings: Finding[] = []
  for (const pages of lists) {
    findings.push(...inversionFindings(list, pages, field, direction, check))
    findings.push(...(await coverageFindings(list, pages, field, direction, check)))
  }
  return findings
}

/** Why there is no order to be seen in lists of the default field. */
function lackOf({ operation, order }: OrderedList, pages: Exchange[]): string {
  const { one, many } = nounOf(operation)
  const field = order.sortBy.default
  const sightings = sightingsOf(pages)
  if (sightings.length === 0) return `no list with a ${one} was answered`
  const read = keysOf(sightings, field).length
  if (read === 0) return `no ${one} has a ${field} that could be read`
  return read < sightings.length
    ? `all ${many} with a ${field} that could be read have the same`
    : `all ${many} have the same ${field}`
}

/** A rule on one direction of the default field. */
function directionRule(list: OrderedList, id: string, direction: Direction): Rule {
  const { order, operation, time } = list
  const { one } = nounOf(operation)
  const isDefault = direction === order.sortDirection.default
  const [lowest, highest] =
    order.sortBy.default === time
      ? [`the oldest ${one}`, `the newest ${one}`]
      : [`the lowest ${order.sortBy.default}`, `the highest ${order.sortBy.default}`]
  return {
    id,
    group: 'sorting',
    says: `${direction} puts ${direction === order.ascending ? lowest : highest} first, over the whole list`,
    statement: order.sortDirection,
    severity: 'violated',
    compares: true,
    async judge(check) {
      const { survey } = check
      const walks: Walk[] = isDefault ? await survey.forward() : [await survey.reversed(), await survey.smallReversed()]
      return judgeOrder(
        list,
        walks.map(({ pages }) => pages),
        direction,
        check,
      )
    },
  }
}

export const sortingRules = (list: List): Rule[] =>
  isOrdered(list)
    ? [
        ...sortingDefaults(list, list.order),
        directionRule(list, 'sorting-ascending', list.order.ascending),
        directionRule(list, 'sorting-descending', list.order.descending),
        ...sortedFieldRules(list),
        ...sortedTiesRules(list),
      ]
    : []
