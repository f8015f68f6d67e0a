import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import type { Contract, Schema } from './contract.ts'

/** The contract's types: paths, operations, and every schema under its own name. */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTS(contract as unknown as OpenAPI3, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: (schema, { path }) => (isOpenSet(path, contract) ? openEnum(schema as Schema) : undefined),
  })
  return `${astToString(nodes.map((node) => withOpenSets(node, contract)))}${replaced}`
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
function withOpenSets(node: ts.Node, { components }: Contract): ts.Node {
  if (!ts.isTypeAliasDeclaration(node)) return node
  const { factory } = ts
  const members = Object.entries(components.schemas[node.name.text]?.properties ?? {}).flatMap(([name, schema]) => {
    const type = openEnum(schema)
    return type ? [factory.createPropertySignature(undefined, name, undefined, type)] : []
  })
  if (members.length === 0) return node
  const type = factory.createTypeReferenceNode('Replaced', [node.type, factory.createTypeLiteralNode(members)])
  return factory.updateTypeAliasDeclaration(node, node.modifiers, node.name, node.typeParameters, type)
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
