import { makeConversations } from '../sandbox/conversations.ts'
import { makeToken } from '../sandbox/tokens.ts'

/** An organization as an application keeps it. */
export interface Organization {
  id: string
  token: string
  conversations: Record<string, unknown>[]
}

const organization = (id: string, count: number): Organization => ({
  id,
  token: makeToken(id, 'frameworks'),
  conversations: makeConversations(id, count, id) as unknown as Record<string, unknown>[],
})

/** The one that is read, with several pages at every size that is asked for, and another. */
export const own = organization('4ef0737b-976a-450e-8188-4f1f5a1a1b0b', 137)
export const other = organization('99e0ab0e-1f3e-4b6e-9f0c-6b1d3a1f7c55', 12)

export const organizations: readonly Organization[] = [own, other]
