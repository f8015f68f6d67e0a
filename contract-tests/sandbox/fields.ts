import { type FieldFacts, type OperationFacts, operations, schemas } from '../../generated/facts.ts'

/** The operation whose data the sandbox stores. */
export const operation: OperationFacts = operations.listConversations

/** What makes its answer a list, by the names of parameters and fields. */
export const { list } = operations.listConversations

/** The fields of a conversation, in the contract's order. */
export const fields: Readonly<Record<string, FieldFacts>> = schemas.Conversation.fields

/** The parameter of the path that is the organization's id. */
export const organizationParameter =
  Object.entries(operation.parameters).find(([, { in: place }]) => place === 'path')?.[0] ?? ''

/** The field that holds the organization's id. */
export const organizationField =
  Object.keys(fields).find((name) => fields[name]?.equalsParameter === organizationParameter) ?? ''

/** The organization that a conversation is one of. */
export const organizationOf = (conversation: object) =>
  String((conversation as Record<string, unknown>)[organizationField])

/** The fields that the list may be sorted by. */
export const sortFields: readonly string[] = operations.listConversations.parameters[list.sortBy].known

/** The direction that counts upwards, as the contract writes it. */
export const [ascending] = operations.listConversations.parameters[list.sortDirection].allowed

/** The parameters that the list is filtered by, each named as its field. */
export const filters: readonly string[] = list.filters
