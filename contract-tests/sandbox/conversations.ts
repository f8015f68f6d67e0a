import { operations } from '../../generated/facts.ts'
import type { Conversation } from '../../generated/types.ts'
import { fields, list, organizationParameter } from './fields.ts'
import { makeItems } from './items.ts'

const { parameters } = operations.listConversations

/** Made-up conversations of one organization, oldest first, the same for the same seed. */
export const makeConversations = (organizationId: string, count: number, seed: string): Conversation[] =>
  makeItems(
    { fields, list, path: { [organizationParameter]: organizationId }, pageSize: parameters[list.limit].default },
    count,
    seed,
  ) as unknown as Conversation[]
