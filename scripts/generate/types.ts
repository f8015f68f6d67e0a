import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import ts from 'typescript'
import type { Contract, Schema } from './contract.ts'

/** The contract's types: paths, operations, and every schema under its own name. */
export async function generateTypes(contract: Contract): Promise<string> {
  const nodes = await openapiTS(contract as unknown as OpenAPI3, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: (schema) => openEnum(schema as Schema),
  })
  return astToString(nodes)
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
