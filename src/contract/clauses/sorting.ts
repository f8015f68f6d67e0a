import { operations } from '../../../generated/facts.ts'
import { type Check, type Clause, type Finding, notExercised } from '../clause.ts'
import type { Exchange } from '../exchange.ts'
import { distinctKeys } from '../order.ts'
import { sightingsOf } from '../walk.ts'
import { sortingDefaults } from './defaults.ts'
import { ascending, coverageFindings, type Direction, descending, inversionFindings } from './sorted.ts'
import { sortedFieldClauses } from './sorted-fields.ts'
import { sortedTiesClauses } from './sorted-ties.ts'

const { parameters } = operations.listConversations

const field = parameters.sortBy.default

/** Lists of the default field, each as the pages that were read of it from the first one on. */
async function judgeOrder(lists: Exchange[][], direction: Direction, check: Check) {
  if (lists.every((pages) => distinctKeys(sightingsOf(pages), field) < 2)) {
    return notExercised(`all conversations have the same ${field}`)
  }
  const findings: Finding[] = []
  for (const pages of lists) {
    findings.push(...inversionFindings(pages, field, direction, check))
    findings.push(...(await coverageFindings(pages, field, direction, check)))
  }
  return findings
}

const ascendingOrder: Clause = {
  id: 'sorting-ascending',
  group: 'sorting',
  says: `${ascending} puts the oldest conversation first, over the whole list`,
  statement: parameters.sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = await check.survey.forward()
    return judgeOrder(
      walks.map(({ pages }) => pages),
      ascending,
      check,
    )
  },
}

const descendingOrder: Clause = {
  id: 'sorting-descending',
  group: 'sorting',
  says: `${descending} puts the newest conversation first, over the whole list`,
  statement: parameters.sortDirection,
  severity: 'violated',
  compares: true,
  async judge(check) {
    const walks = [await check.survey.reversed(), await check.survey.smallReversed()]
    return judgeOrder(
      walks.map(({ pages }) => pages),
      descending,
      check,
    )
  },
}

export const sortingClauses: Clause[] = [
  ...sortingDefaults,
  ascendingOrder,
  descendingOrder,
  ...sortedFieldClauses,
  ...sortedTiesClauses,
]
