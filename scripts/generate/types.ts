import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import { type Contract, type Located, operationsOf, type Schema } from './contract.ts'
import { plainSchema } from './plain-schema.ts'

/** The contract's types: paths, operations, and every schema under its own name. */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTS(contract as unknown as OpenAPI3, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    transform: (schema, { path }) => (isOpenSet(path, contract) ? openEnum(schema as Schema) : undefined),
  })
  const queries = operationsOf(contract).flatMap((operation) => queryType(contract, operation) ?? [])
  requireDistinctNames([...nodes, ...queries])
  return `${astToString([...nodes.map((node) => withOpenSets(node, contract)), ...queries])}${replaced}`
}

/** Queries have types of their own, whose names a schema might have. */
function requireDistinctNames(nodes: ts.Node[]): void {
  const names = nodes.flatMap((node) => (ts.isTypeAliasDeclaration(node) ? [node.name.text] : []))
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (!twice) return
  throw new Error(`#/components/schemas/${twice} has the name of another generated type, ${twice}: choose another`)
}

/** An intersection would collapse to `string` again. */
const replaced = 'type Replaced<T, By> = { [K in keyof T]: K extends keyof By ? By[K] : T[K] };\n'

/** Whether a path is that of a schema which is an open set by itself; its properties have a path of the same form. */
function isOpenSet(path: string | undefined, { components }: Contract): boolean {
  const [, name = ''] = /^#\/components\/schemas\/([^/]+)$/.exec(path ?? '') ?? []
  return components.schemas[name]?.['x-extensible-enum'] !== undefined
}

/**
 * Gives a schema that is exported by name the open sets among its properties. Below `paths` they stay `string`: the
 * libraries that read `paths` take `string & {}` for an object, whose members they map one by one.
 */
function withOpenSets(node: ts.Node, contract: Contract): ts.Node {
  if (!ts.isTypeAliasDeclaration(node)) return node
  const { properties = {} } = contract.components.schemas[node.name.text] ?? {}
  const type = replacing(node.type, Object.entries(properties), contract)
  return ts.factory.updateTypeAliasDeclaration(node, node.modifiers, node.name, node.typeParameters, type)
}

/** The query of an operation under a name of its own, `ListThingsQuery`, with its open sets; undefined where it has none. */
function queryType(contract: Contract, { operation, parameters }: Located): ts.Node | undefined {
  const query = parameters
    .filter(({ node }) => node.in === 'query')
    .map(({ node }) => [node.name, node.schema] as const)
  if (query.length === 0) return undefined
  const { factory } = ts
  const member = (of: ts.TypeNode, name: string) =>
    factory.createIndexedAccessTypeNode(of, factory.createLiteralTypeNode(factory.createStringLiteral(name)))
  const whole = [operation.operationId, 'parameters', 'query'].reduce<ts.TypeNode>(
    member,
    factory.createTypeReferenceNode('operations'),
  )
  const name = operation.operationId.replace(/^./, (letter) => letter.toUpperCase())
  return factory.createTypeAliasDeclaration(
    [factory.createModifier(ts.SyntaxKind.ExportKeyword)],
    `${name}Query`,
    undefined,
    replacing(factory.createTypeReferenceNode('NonNullable', [whole]), query, contract),
  )
}

/** A name as it stands in a type: quoted only where it must be. */
const memberName = (name: string) =>
  /^[a-z_$][\w$]*$/i.test(name) ? ts.factory.createIdentifier(name) : ts.factory.createStringLiteral(name)

/** A type whose members that are open sets are written as such. */
function replacing(type: ts.TypeNode, schemas: (readonly [string, Schema])[], contract: Contract): ts.TypeNode {
  const { factory } = ts
  const members = schemas.flatMap(([name, schema]) => {
    const open = openEnum(plainSchema(contract, schema, '').node)
    return open ? [factory.createPropertySignature(undefined, memberName(name), undefined, open)] : []
  })
  if (members.length === 0) return type
  return factory.createTypeReferenceNode('Replaced', [type, factory.createTypeLiteralNode(members)])
}

/**
 * The type of an open set: its known values, for autocomplete, and any other string. openapi-typescript would
 * collapse the union to `string`, so `string` is written as `string & {}`, which TypeScript keeps apart.
 */
function openEnum(schema: Schema): ts.TypeNode | undefined {
  const values = schema['x-extensible-enum']
  if (!values) return undefined
  const { factory } = ts
  return factory.createUnionTypeNode([
    ...values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    factory.createParenthesizedType(
      factory.createIntersectionTypeNode([
        factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
        factory.createTypeLiteralNode([]),
      ]),
    ),
    ...(schema.type?.includes('null') ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ])
}
