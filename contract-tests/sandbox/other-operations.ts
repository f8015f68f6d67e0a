import { type OperationFacts, type SchemaFacts, schemas } from '../../generated/facts.ts'
import { validators } from '../../generated/validators.ts'
import { list, organizationParameter, operation as stored } from './fields.ts'
import { makeItems } from './items.ts'
import { wholeNumber } from './parameters.ts'
import { errorReply, type Reply } from './reply.ts'
import type { RequestContext } from './request.ts'
import { exampleOf } from './routes.ts'

type PathValues = Readonly<Record<string, string>>

/**
 * Answers an operation that nothing is stored for: a list with made-up items, the same each time, anything else with the
 * contract's example. What the contract tells too little of is not implemented (501).
 */
export async function otherReply(
  context: RequestContext,
  operation: OperationFacts,
  path: PathValues,
  query: Readonly<Record<string, unknown>>,
  maxLimit: number,
): Promise<Reply> {
  if (!(await isLinked(context, operation, path))) return errorReply(404, 'There is nothing of that id')
  const json = operation.list
    ? pageOf(operation, path, query, maxLimit)
    : withPath(operation, exampleOf(operation), path)
  return json === undefined
    ? errorReply(501, 'The sandbox has nothing to answer this operation with')
    : { status: 200, headers: {}, json }
}

/** Whether the conversation is there whose id a link of the contract puts into the path. */
async function isLinked({ store }: RequestContext, { links }: OperationFacts, path: PathValues): Promise<boolean> {
  for (const [name, { operation, pointer }] of Object.entries(links)) {
    if (operation !== stored.id || pointer.split('/').at(-1) !== list.id) continue
    if (!(await store.has(path[organizationParameter] ?? '', path[name] ?? ''))) return false
  }
  return true
}

const successOf = ({ responses }: OperationFacts) =>
  Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1].schema ?? ''

const schemaOf = (name: string | undefined) => (schemas as Readonly<Record<string, SchemaFacts>>)[name ?? '']

/** Two full pages and a part of one. */
const countFor = (pageSize: number) => 2 * pageSize + 3

function pageOf(
  operation: OperationFacts,
  path: PathValues,
  query: Readonly<Record<string, unknown>>,
  maxLimit: number,
): unknown[] | undefined {
  const { list: parts, parameters } = operation
  const fields = schemaOf(schemaOf(successOf(operation))?.items)?.fields
  if (!parts || !fields) return undefined
  const numberOf = (name: string | undefined, usual: number) =>
    wholeNumber(query[name ?? '']) ?? Number(parameters[name ?? '']?.default ?? usual)
  const pageSize = Number(parameters[parts.limit ?? '']?.default ?? 10)
  const items = makeItems({ fields, list: parts, path, pageSize }, countFor(pageSize), JSON.stringify(path))
  if (!validators[successOf(operation)]?.(items)) return undefined
  const limit = Math.min(numberOf(parts.limit, pageSize), maxLimit)
  const from = (numberOf(parts.page, 1) - 1) * limit
  return items.slice(from, from + limit)
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
