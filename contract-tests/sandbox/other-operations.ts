import { type OperationFacts, operations, type SchemaFacts, schemas } from '../../generated/facts.ts'
import { validators } from '../../generated/validators.ts'
import { list, organizationParameter, operation as stored } from './fields.ts'
import { makeItems } from './items.ts'
import { wholeNumber } from './parameters.ts'
import { errorReply, type Reply } from './reply.ts'
import type { RequestContext } from './request.ts'
import { exampleOf, successStatusOf } from './routes.ts'

type PathValues = Readonly<Record<string, string>>

/**
 * Answers an operation that nothing is stored for: a list with made-up items, the same each time, anything else with the
 * contract's example, or else made up. What the contract tells too little of is not implemented (501).
 */
export async function otherReply(
  context: RequestContext,
  operation: OperationFacts,
  path: PathValues,
  query: Readonly<Record<string, unknown>>,
  maxLimit: number,
): Promise<Reply> {
  for (const name of Object.keys(operation.links)) {
    if (!(await isThere(context, operation, name, path))) return errorReply(404, 'There is nothing of that id')
  }
  const answer = wholeAnswer(operation, path)
  const json = operation.list && isItems(answer) ? pageOf(operation, answer, query, maxLimit) : answer
  return json === undefined
    ? errorReply(501, 'The sandbox has nothing to answer this operation with')
    : { status: 200, headers: {}, json }
}

/** Whether a parameter of the path has a value that is there where the contract's links say it comes from. */
async function isThere(context: RequestContext, { links }: OperationFacts, name: string, path: PathValues) {
  const { operation: source, pointer, parameter } = links[name] ?? {}
  const [value = '', organizationId = ''] = [path[name], path[organizationParameter]]
  const operation = (operations as Readonly<Record<string, OperationFacts>>)[source ?? '']
  if (name === organizationParameter || !operation) return true
  if (parameter !== undefined) return isThere(context, operation, parameter, { ...path, [parameter]: value })
  const field = pointer?.split('/').at(-1) ?? ''
  if (operation.id === stored.id && field === list.id) return context.store.has(organizationId, value)
  const answer =
    operation.id === stored.id
      ? context.organizations.find(({ id }) => id === organizationId)?.conversations
      : wholeAnswer(operation, path)
  return [answer].flat().some((item) => String(Object(item)[field]) === value)
}

/** All that an operation could be answered with: every item of a list, or else one answer. */
function wholeAnswer(operation: OperationFacts, path: PathValues): unknown {
  if (!operation.list) return withPath(operation, exampleOf(operation) ?? madeUp(operation), path)
  return allItems(operation, path)
}

const isItems = (answer: unknown): answer is Items => Array.isArray(answer)

const successOf = (operation: OperationFacts) => operation.responses[successStatusOf(operation)]?.schema ?? ''

const schemaOf = (name: string | undefined) => (schemas as Readonly<Record<string, SchemaFacts>>)[name ?? '']

/** Two full pages and a part of one. */
const countFor = (pageSize: number) => 2 * pageSize + 3

const pageSizeOf = ({ list, parameters }: OperationFacts) => Number(parameters[list?.limit ?? '']?.default ?? 10)

/** Every item of a list, the same for the same values of its own parameters. */
function allItems(operation: OperationFacts, given: PathValues): Items | undefined {
  const { list: parts, parameters } = operation
  const fields = schemaOf(schemaOf(successOf(operation))?.items)?.fields
  if (!parts || !fields) return undefined
  const path = Object.fromEntries(Object.entries(given).filter(([name]) => parameters[name]?.in === 'path'))
  const pageSize = pageSizeOf(operation)
  const items = makeItems({ fields, list: parts, path, pageSize }, countFor(pageSize), JSON.stringify(path))
  return validators[successOf(operation)]?.(items) ? items : undefined
}

function pageOf(
  operation: OperationFacts,
  items: Items,
  query: Readonly<Record<string, unknown>>,
  maxLimit: number,
): Items {
  const { list: parts, parameters } = operation
  if (!parts) return items
  const { default: usual, minimum = 1 } = parameters[parts.page] ?? {}
  const first = Number(usual ?? minimum)
  const page = wholeNumber(query[parts.page], first) ?? first
  const limit = Math.min(wholeNumber(query[parts.limit ?? '']) ?? pageSizeOf(operation), maxLimit)
  const from = (page - first) * limit
  return sorted(filtered(items, operation, query), operation, query).slice(from, from + limit)
}

type Items = Record<string, unknown>[]

/** The items that have the values which are asked for. */
const filtered = (items: Items, { list }: OperationFacts, query: Readonly<Record<string, unknown>>): Items =>
  items.filter((item) =>
    (list?.filters ?? []).every((name) => query[name] === undefined || String(item[name]) === String(query[name])),
  )

/** In the order that is asked for, or else in that of the contract's defaults; the id breaks ties. */
function sorted(items: Items, { list, parameters }: OperationFacts, query: Readonly<Record<string, unknown>>): Items {
  const { sortBy = '', sortDirection = '', id = '' } = list ?? {}
  const chosen = (name: string) => query[name] ?? parameters[name]?.default
  const field = String(chosen(sortBy) ?? '')
  if (!items.some((item) => field in item)) return items
  const isDescending = parameters[sortDirection]?.allowed?.indexOf(String(chosen(sortDirection))) === 1
  const order = (a: Items[0], b: Items[0]) => compare(a[field], b[field]) || compare(a[id], b[id])
  return [...items].sort((a, b) => (isDescending ? order(b, a) : order(a, b)))
}

/** Of two values of one field: numbers by size, texts by their characters, and what is absent or null last. */
function compare(a: unknown, b: unknown): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return Number(String(a) > String(b)) - Number(String(a) < String(b))
}

/** An answer made from the contract's keywords: one object, or a few in an array; undefined for anything else. */
function madeUp(operation: OperationFacts): unknown {
  const name = successOf(operation)
  const body = schemaOf(name)
  const item = schemaOf(body?.items) ?? body
  if (item?.type !== 'object') return undefined
  const making = { fields: item.fields, list: { id: 'id' }, path: {}, pageSize: 1 }
  const items = makeItems(making, body === item ? 1 : 3, operation.id)
  const answer = body === item ? items[0] : items
  return validators[name]?.(answer) ? answer : undefined
}

/** An example with the path's own values where it repeats them. */
function withPath(operation: OperationFacts, example: unknown, path: PathValues): unknown {
  const name = successOf(operation)
  const fields = schemaOf(schemaOf(name)?.items ?? name)?.fields ?? {}
  const own = Object.entries(fields).flatMap(([field, { equalsParameter }]) => {
    const value = path[equalsParameter ?? '']
    return value === undefined ? [] : [[field, value] as const]
  })
  const replace = (value: unknown) =>
    typeof value === 'object' && value !== null ? { ...value, ...Object.fromEntries(own) } : value
  return Array.isArray(example) ? example.map(replace) : example === undefined ? undefined : replace(example)
}
