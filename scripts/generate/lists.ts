import type { Contract, Located, Parameter } from './contract.ts'
import { plainSchema } from './plain-schema.ts'
import type { FieldFacts, ListFacts } from './shapes.ts'

const parameterParts = ['page', 'limit', 'sortBy', 'sortDirection'] as const
const fieldParts = ['id', 'time'] as const
const needed: readonly string[] = ['page', 'id']

/** The parts of an operation's `x-list`, held against its parameters and the fields of its items; undefined without one. */
export function listFacts(
  contract: Contract,
  { operation, pointer, parameters }: Located,
  fields: Readonly<Record<string, FieldFacts>> | undefined,
): ListFacts | undefined {
  const parts = operation['x-list']
  if (!parts) return undefined
  const refuse = (part: string, why: string): never => {
    throw new Error(`${pointer}/x-list/${part} ${why}`)
  }

  const names: readonly string[] = [...parameterParts, ...fieldParts]
  for (const part of Object.keys(parts)) {
    if (!names.includes(part)) refuse(part, `is unknown: the parts of a list are ${names.join(', ')}`)
  }
  for (const part of needed) if (!parts[part]) refuse(part, 'is missing: a list has at least a page and an id')
  if (!fields) throw new Error(`${pointer}/x-list: its answer is no JSON array of objects`)

  const query = new Map(parameters.filter(({ node }) => node.in === 'query').map(({ node }) => [node.name, node]))
  for (const part of parameterParts) {
    const name = parts[part]
    const parameter = name === undefined ? undefined : query.get(name)
    if (name === undefined) continue
    if (!parameter) refuse(part, `names ${name}, which is no query parameter of ${operation.operationId}`)
    const why = unfit(contract, part, parameter as Parameter)
    if (why) refuse(part, `names ${name}, which ${why}`)
  }
  if (parts.sortDirection && !parts.sortBy) refuse('sortDirection', 'needs a sortBy')
  for (const part of fieldParts) {
    const name = parts[part]
    const field = name === undefined ? undefined : fields[name]
    if (name === undefined) continue
    if (!field) refuse(part, `names ${name}, which is no field of an item`)
    if (part === 'id' && !field?.required) refuse(part, `names ${name}, which an item may lack`)
    if (part === 'time' && field?.format !== 'date-time') refuse(part, `names ${name}, which is no date-time`)
  }

  const played = new Set(parameterParts.map((part) => parts[part]))
  // An object has no value that a query could write.
  const isFiltered = (name: string) => fields[name] && !['object', 'array'].includes(fields[name].type ?? 'object')
  const filters = [...query.keys()].filter((name) => !played.has(name) && isFiltered(name))
  for (const name of filters) {
    const { default: usual } = plainSchema(contract, (query.get(name) as Parameter).schema, '').node
    if (usual === undefined) continue
    throw new Error(
      `${pointer}: the parameter ${name} has a default, but filters by a field: without it the list is whole`,
    )
  }
  return { ...(parts as Record<'page' | 'id', string>), filters }
}

/** Why a parameter can't play its part; undefined when it can. */
function unfit(contract: Contract, part: (typeof parameterParts)[number], parameter: Parameter): string | undefined {
  const { node: schema } = plainSchema(contract, parameter.schema, '')
  if (part === 'page' || part === 'limit') return schema.type === 'integer' ? undefined : 'is no integer'
  if (part === 'sortBy') return schema.type === 'string' ? undefined : 'is no string'
  const [ascending, descending, ...others] = schema.enum ?? []
  const isPair = /^asc/i.test(String(ascending)) && /^desc/i.test(String(descending)) && others.length === 0
  return isPair ? undefined : 'has no enum of two values, the ascending one first'
}
