import { operations, schemas } from '../../generated/facts.ts'

const { parameters } = operations.listConversations
const conversation = schemas.Conversation

/** What the contract says of one field, as far as the sandbox needs it; any contract has this shape. */
export interface FieldFacts {
  required: boolean
  type: string
  nullable: boolean
  format?: string
  minLength?: number
  minimum?: number
  maximum?: number
  known?: readonly string[]
  allowed?: readonly unknown[]
  availableWhen?: string
}

/** The fields of a conversation, in the contract's order. */
export const fields: Readonly<Record<string, FieldFacts>> = conversation.fields

/** The fields that `sortBy` may name. */
export const sortFields: readonly string[] = parameters.sortBy.known
