import type { Rule } from '../clause.ts'
import type { List } from '../operation.ts'
import { pagingDefaults } from './defaults.ts'
import { complete, lastPage, pastEnd } from './list-end.ts'
import { noGap, noOverlap, sameOrder } from './page-borders.ts'
import { limitKept, type SizedList } from './page-size.ts'
import { deep, limitOne } from './places.ts'

const isSized = (list: List): list is SizedList => list.limit !== undefined

export const pagingRules = (list: List): Rule[] => [
  ...pagingDefaults(list),
  ...(isSized(list) ? [limitKept(list), limitOne(list), deep(list)] : []),
  noOverlap(list),
  ...(list.order ? [noGap(list)] : []),
  ...(isSized(list) ? [sameOrder(list)] : []),
  lastPage(list),
  pastEnd(list),
  complete(list),
]
