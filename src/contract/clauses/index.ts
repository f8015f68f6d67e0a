import { type Clause, groups } from '../clause.ts'
import { authenticationClauses } from './authentication.ts'
import { conversationClauses } from './conversation.ts'
import { hostileClauses } from './hostile.ts'
import { pagingClauses } from './paging.ts'
import { responseClauses } from './response.ts'
import { sortingClauses } from './sorting.ts'
import { steadinessClauses } from './steadiness.ts'
import { tenancyClauses } from './tenancy.ts'

/** Every clause of the contract, in the order of a report. */
export const clauses: readonly Clause[] = [
  ...responseClauses,
  ...conversationClauses,
  ...authenticationClauses,
  ...tenancyClauses,
  ...pagingClauses,
  ...sortingClauses,
  ...hostileClauses,
  ...steadinessClauses,
].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
