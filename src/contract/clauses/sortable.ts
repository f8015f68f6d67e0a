import { operations, schemas } from '../../../generated/facts.ts'
import { isNumeric } from '../order.ts'

const { parameters } = operations.listConversations
const conversation = schemas.Conversation

const { sortBy } = parameters

export const numeric = sortBy.known.filter(isNumeric)

/** The fields that a server may sort by beside the default: numbers first, since of them every server knows the order. */
export const sortable = [...numeric, ...sortBy.known.filter((field) => !isNumeric(field) && field !== sortBy.default)]

/** Texts of which there are few different ones, so that many conversations are equal. */
export const fewValued = sortable.filter(
  (field) => 'known' in conversation.fields[field] && !conversation.fields[field].nullable,
)
