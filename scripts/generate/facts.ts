import { readFileSync } from 'node:fs'
import { baseUrlProblem } from '../../src/http/base-url.ts'
import {
  type Contract,
  type Located,
  operationsOf,
  pointerSegment,
  type Response,
  resolve,
  type Schema,
  type Statement as Words,
} from './contract.ts'
import { linkFacts } from './links.ts'
import { listFacts } from './lists.ts'
import { contentOf, type Named, nameOf } from './named-schemas.ts'
import { requireUsableOperation } from './operation-limits.ts'
import { plainSchema } from './plain-schema.ts'
import { requireUsableSchemas } from './schema-limits.ts'
import type {
  Evidence,
  FieldFacts,
  OperationFacts,
  ParameterFacts,
  ResponseFacts,
  SchemaFacts,
  ValueFacts,
} from './shapes.ts'

/**
 * The contract's facts as data, for code that needs more than types: what each parameter, field and response allows,
 * where the contract says so, and how well that is known. Separate exports, so that a bundler keeps only what is read.
 */
export function generateFacts({ contract, server, security, operations, schemas }: Facts): string {
  return [
    readFileSync(new URL('shapes.ts', import.meta.url), 'utf8'),
    print({ contract, server, security }),
    printAs('operations', operations, 'OperationFacts'),
    printAs('schemas', schemas, 'SchemaFacts'),
  ].join('\n')
}

export type Facts = ReturnType<typeof contractFacts>

export function contractFacts(named: Named) {
  const { contract } = named
  requireUsableSchemas(named)
  for (const each of operationsOf(contract)) requireUsableOperation(contract, each)
  const security = securityFacts(contract)
  const schemas = Object.fromEntries(
    Object.keys(contract.components.schemas).map((name) => [name, schemaFacts(named, name)] as const),
  )
  const operations = Object.fromEntries(
    operationsOf(contract).map((each) => [each.operation.operationId, operationFacts(named, each, schemas)] as const),
  )
  for (const [name, { fields }] of Object.entries(schemas)) checkFields(name, fields, operations)
  return {
    contract: { title: contract.info.title, version: contract.info.version },
    server: serverOf(contract),
    security,
    operations,
    schemas,
  }
}

/** Up to a full stop at the end, or before what begins with a capital: not the one of "e.g. 5". */
const firstSentence = (text: string) =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/\.(?=$|\s[A-Z])/, 1)[0]

function operationFacts({ contract }: Named, located: Located, schemas: Record<string, SchemaFacts>): OperationFacts {
  const { operation, method, path, pointer } = located
  const parameters = located.parameters.map(({ node, pointer }): [string, ParameterFacts] => [
    node.name,
    {
      in: node.in,
      required: node.required ?? false,
      ...(node.description && { says: firstSentence(node.description) }),
      ...valueFacts(plainSchema(contract, node.schema, pointer).node),
      ...(node.example !== undefined && { example: node.example }),
      ...statement(node, pointer),
    },
  ])
  const responses = Object.entries(operation.responses).map(([status, response]): [string, ResponseFacts] => {
    const at = resolve(contract, response, `${pointer}/responses/${status}`)
    return [status, responseFacts(contract, at)]
  })
  const items = itemsOf(Object.fromEntries(responses), schemas)
  const list = listFacts(contract, located, items ? schemas[items]?.fields : undefined)
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    secured: isSecured(operation.security ?? contract.security),
    ...statement(operation, pointer),
    parameters: Object.fromEntries(parameters),
    responses: Object.fromEntries(responses),
    ...(list && { list }),
    links: linkFacts(contract, located),
  }
}

/** The name of the schema of the items that a successful answer holds; undefined when it is no array. */
export function itemsOf(responses: OperationFacts['responses'], schemas: Record<string, SchemaFacts>) {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? []
  return success?.schema && schemas[success.schema]?.items
}

function responseFacts(contract: Contract, { node, pointer }: { node: Response; pointer: string }): ResponseFacts {
  const [contentType, content] = contentOf(node)
  const schema = content?.schema && nameOf(content.schema)
  const headers = Object.entries(node.headers ?? {}).map(([name, header]) => {
    const at = resolve(contract, header, `${pointer}/headers/${pointerSegment(name)}`)
    return [name, statement(at.node, at.pointer)] as const
  })
  return {
    ...(contentType && { contentType }),
    ...(schema && { schema }),
    headers: Object.fromEntries(headers),
    ...statement(node, pointer),
  }
}

function schemaFacts({ contract, origins }: Named, name: string): SchemaFacts {
  const pointer = origins[name] ?? `#/components/schemas/${pointerSegment(name)}`
  const { node } = plainSchema(contract, contract.components.schemas[name] as Schema, pointer)
  const items = node.items && nameOf(node.items)
  return {
    ...valueFacts(node),
    ...(items && { items }),
    ...statement(node, pointer),
    fields: fieldsOf(contract, node, pointer),
  }
}

/** The fields of an object, and within them those that can't be missing. */
function fieldsOf(contract: Contract, { properties = {}, required = [] }: Schema, pointer: string) {
  const fields = Object.entries(properties).map(([name, schema]): [string, FieldFacts] => {
    const at = plainSchema(contract, schema, `${pointer}/properties/${pointerSegment(name)}`)
    const { 'x-available-when': availableWhen, 'x-equals-parameter': equalsParameter } = at.node
    const inner = fieldsOf(contract, at.node, at.pointer)
    const needed = Object.entries(inner).filter(([, { required }]) => required)
    return [
      name,
      {
        required: required.includes(name),
        ...valueFacts(at.node),
        ...(availableWhen && { availableWhen }),
        ...(equalsParameter && { equalsParameter }),
        ...(needed.length > 0 && { fields: Object.fromEntries(needed) }),
        ...statement(at.node, at.pointer),
      },
    ]
  })
  return Object.fromEntries(fields)
}

/** What the extensions of a field name must be there. */
function checkFields(
  schema: string,
  fields: Readonly<Record<string, FieldFacts>>,
  operations: Record<string, OperationFacts>,
) {
  for (const { pointer, availableWhen, equalsParameter } of Object.values(fields)) {
    if (availableWhen && fields[availableWhen]?.type !== 'boolean') {
      throw new Error(`${pointer}/x-available-when names ${availableWhen}, which is no boolean field of ${schema}`)
    }
    const isParameter = Object.values(operations).some(
      ({ parameters }) => equalsParameter && parameters[equalsParameter]?.in === 'path',
    )
    if (equalsParameter && !isParameter) {
      throw new Error(`${pointer}/x-equals-parameter names ${equalsParameter}, which is no path parameter`)
    }
  }
}

/** Which statement a fact comes from, and how well it and each of its keywords is known: what says nothing is assumed. */
function statement(node: Words, pointer: string) {
  const { 'x-evidence': evidence = 'assumed', 'x-evidence-of': evidenceOf } = node
  const wrong = [evidence, ...Object.values(evidenceOf ?? {})].find((each) => !strengths.includes(each))
  if (wrong) throw new Error(`${pointer}/x-evidence is ${wrong}: allowed are ${strengths.join(', ')}`)
  return { pointer, evidence, ...(evidenceOf && { evidenceOf }) }
}

const strengths: Evidence[] = ['documented', 'example', 'history', 'assumed']

const copied = ['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'default'] as const

function valueFacts(schema: Schema): Omit<ValueFacts, 'pointer' | 'evidence'> {
  const types = [schema.type ?? []].flat()
  const type = types.find((each) => each !== 'null')
  const example = schema.example ?? schema.examples?.find((each) => each !== null)
  return {
    ...(type && { type }),
    nullable: types.includes('null'),
    ...pick(schema, [...copied]),
    ...(schema.enum && { allowed: schema.enum as NonNullable<ValueFacts['allowed']> }),
    ...(schema['x-extensible-enum'] && { known: schema['x-extensible-enum'] }),
    ...(example !== undefined && { example }),
  }
}

export function pick<T extends object, K extends keyof T>(object: T, keys: K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]),
  ) as Partial<Pick<T, K>>
}

/** Where the client asks by default. */
function serverOf({ servers = [] }: Contract): string {
  const { url = '' } = servers[0] ?? {}
  const problem = baseUrlProblem(url)
  if (problem) throw new Error(`#/servers/0/url must ${problem}: the client asks there by default`)
  if (/[{}]/.test(url))
    throw new Error('#/servers/0/url has variables, which the client knows no values of: write it out')
  return url
}

/** The one way to authenticate. */
function securityFacts({ components }: Contract) {
  const pointer = '#/components/securitySchemes'
  const [[name, scheme] = [], ...others] = Object.entries(components.securitySchemes ?? {})
  if (!name || !scheme || others.length > 0 || scheme.type !== 'http' || scheme.scheme.toLowerCase() !== 'bearer') {
    throw new Error(`${pointer} must have one member, of type http and scheme bearer: the client knows a token alone`)
  }
  return { scheme: scheme.scheme, ...statement(scheme, `${pointer}/${pointerSegment(name)}`) }
}

/** Whether there is no way around the token. */
const isSecured = (ways: object[] = []) => ways.length > 0 && ways.every((way) => Object.keys(way).length > 0)

export function print(facts: Record<string, unknown>): string {
  return Object.entries(facts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const\n`)
    .join('\n')
}

/** The same of a record whose members have a shape: its names and values stay literal, and the compiler holds it to the shape. */
const printAs = (name: string, value: object, shape: string) =>
  `export const ${name} = ${JSON.stringify(value, null, 2)} as const satisfies Readonly<Record<string, ${shape}>>\n`
