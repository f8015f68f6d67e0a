import {
  operations as facts,
  type ListFacts,
  type OperationFacts,
  type ParameterFacts,
  type ResponseFacts,
  type SchemaFacts,
  schemas as schemaFacts,
} from '../../generated/facts.ts'

const schemas: Readonly<Record<string, SchemaFacts>> = schemaFacts

/** The operations that are checked: those that only read. */
export const operations: readonly OperationFacts[] = Object.values<OperationFacts>(facts).filter(
  ({ method }) => method === 'GET',
)

/** What the operations that are checked are called. */
export const operationNames: readonly string[] = operations.map(({ id }) => id)

/** What a successful answer is, by the contract. */
export const successOf = ({ responses }: OperationFacts): ResponseFacts | undefined =>
  Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]

/** The schema of the body of a successful answer. */
export const bodyOf = (operation: OperationFacts): SchemaFacts | undefined =>
  schemas[successOf(operation)?.schema ?? '']

/** The schema of what an answer holds: of the items of an array, or else of the body, with its name. */
export function itemOf(operation: OperationFacts): { name: string; schema: SchemaFacts } | undefined {
  const body = successOf(operation)?.schema
  const name = bodyOf(operation)?.items ?? body
  const schema = schemas[name ?? '']
  return name && schema ? { name, schema } : undefined
}

/** What an item is called in words, such as `conversation`, and several of them. */
export function nounOf(operation: OperationFacts): { one: string; many: string } {
  const one = (itemOf(operation)?.name ?? 'item').replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase()
  return { one, many: one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s` }
}

/** A parameter with its name. */
export interface Part extends ParameterFacts {
  readonly name: string
}

/** How a list is sorted by default, and what else it can be sorted by. */
export interface Order {
  readonly sortBy: Part & { readonly default: string }
  readonly sortDirection: Part & { readonly default: string }
  readonly ascending: string
  readonly descending: string
  /** 1 when the default direction is the ascending one, -1 when it is the other. */
  readonly sign: 1 | -1
  /** The fields that are known to be sorted by. */
  readonly fields: readonly string[]
}

/** An operation whose answer is a list that is read page by page, with what makes it one. */
export interface List {
  readonly operation: OperationFacts
  readonly body: SchemaFacts
  readonly item: SchemaFacts
  readonly page: Part
  /** The number of the first page. */
  readonly first: number
  /** The number of items on a page, where the contract says what it is by default. */
  readonly limit?: Part & { readonly default: number }
  /** Where the contract says how the list is sorted by default. */
  readonly order?: Order
  readonly id: string
  readonly time?: string
  /** The parameters that ask for the items in which the field of the same name has a value. */
  readonly filters: readonly Part[]
}

const lists = new Map<OperationFacts, List | undefined>()

/** The list that an operation answers; undefined where the contract declares none. */
export function listOfOperation(operation: OperationFacts): List | undefined {
  if (!lists.has(operation)) lists.set(operation, readList(operation))
  return lists.get(operation)
}

function readList(operation: OperationFacts): List | undefined {
  const { list: parts } = operation
  const [body, item] = [bodyOf(operation), itemOf(operation)]
  if (!parts || !body || !item) return undefined
  const page = partOf(operation, parts.page)
  const limit = parts.limit ? partOf(operation, parts.limit) : undefined
  const order = orderOf(operation, parts)
  return {
    operation,
    body,
    item: item.schema,
    page,
    first: Number(page.default ?? page.minimum ?? 1),
    ...(typeof limit?.default === 'number' && { limit: { ...limit, default: limit.default } }),
    ...(order && { order }),
    id: parts.id,
    ...(parts.time && { time: parts.time }),
    filters: parts.filters.map((name) => partOf(operation, name)),
  }
}

const partOf = (operation: OperationFacts, name: string): Part => ({
  name,
  ...(operation.parameters[name] as ParameterFacts),
})

function orderOf(operation: OperationFacts, parts: ListFacts): Order | undefined {
  if (!parts.sortBy || !parts.sortDirection) return undefined
  const sortBy = partOf(operation, parts.sortBy)
  const sortDirection = partOf(operation, parts.sortDirection)
  const [ascending, descending] = (sortDirection.allowed ?? []) as string[]
  if (typeof sortBy.default !== 'string' || typeof sortDirection.default !== 'string') return undefined
  if (ascending === undefined || descending === undefined) return undefined
  return {
    sortBy: { ...sortBy, default: sortBy.default },
    sortDirection: { ...sortDirection, default: sortDirection.default },
    ascending,
    descending,
    sign: sortDirection.default === ascending ? 1 : -1,
    fields: (sortBy.known ?? sortBy.allowed ?? []).map(String),
  }
}
