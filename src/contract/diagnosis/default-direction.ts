import type { Group } from '../clause.ts'
import { type Exchange, listOf } from '../exchange.ts'
import { listOfOperation } from '../operation.ts'
import { firstInversion } from '../order.ts'
import { asked, orderAsked, sightingsOf } from '../walk.ts'
import type { Cause } from './diagnosis.ts'

/** A list whose direction isn't asked for is sorted the other way round, as lists often are that show the newest first. */
export const defaultDirection: Cause = ({ answers, check: { operation } }) => {
  const list = listOfOperation(operation)
  if (!list?.order) return undefined
  const { order } = list
  const { sortBy, sortDirection, sign } = order
  const isInverted = (page: Exchange, sign: 1 | -1) =>
    Boolean(firstInversion(sightingsOf([page]), sortBy.default, sign))
  const other: 1 | -1 = sign === 1 ? -1 : 1
  const pages = answers.filter((page) => listOf(page) && orderAsked(page, order).sortBy === sortBy.default)
  const left = pages.filter((page) => asked(page, 'sortDirection') === undefined)
  const told = pages.filter((page) => asked(page, 'sortDirection') === sortDirection.default)
  const reversed = left.find((page) => isInverted(page, sign))
  // A server whose direction is wrong when it is asked for too has another fault.
  if (!reversed || left.some((page) => isInverted(page, other))) return undefined
  if (!told.some((page) => isInverted(page, other)) || told.some((page) => isInverted(page, sign))) return undefined
  const direction = `${sortDirection.name}=${sortDirection.default}`
  return {
    id: 'default-direction',
    says: `Without ${sortDirection.name} the list is sorted the other way round than with ${direction}, which is the contract's default: make that the server's default too`,
    exchanges: [reversed],
    explains: ({ exchanges }, { group }) =>
      shown.includes(group) && exchanges.some((each) => asked(each, 'sortDirection') === undefined),
  }
}

/** The groups of clauses that hold an answer whose direction was left out against one whose direction was told. */
const shown: readonly Group[] = ['paging', 'sorting', 'filtering', 'steadiness']
