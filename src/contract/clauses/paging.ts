import type { Clause } from '../clause.ts'
import { pagingDefaults } from './defaults.ts'
import { complete, lastPage, pastEnd } from './list-end.ts'
import { noGap, noOverlap, sameOrder } from './page-borders.ts'
import { limitKept } from './page-size.ts'
import { deep, limitOne } from './places.ts'

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
