import { type Contract, resolve, type Schema } from './contract.ts'
import { assertions } from './validators.ts'

/**
 * A schema as its values see it: its reference followed, or the one part of its `allOf`, what stands beside it put on top, a
 * constant as a set of one, and null, which may also be written as a branch of its own, among the types.
 */
export function plainSchema(contract: Contract, schema: Schema, pointer: string): { node: Schema; pointer: string } {
  const { $ref, ...own } = schema
  if ($ref) {
    const target = resolve(contract, { $ref } as Schema, pointer)
    const { node } = plainSchema(contract, target.node, target.pointer)
    return { node: onTop(own, node, pointer), pointer: Object.keys(own).length > 0 ? pointer : target.pointer }
  }
  const { allOf, ...besideParts } = schema
  if (allOf) {
    const [part, ...others] = allOf
    if (!part || others.length > 0) {
      throw new Error(`${pointer}/allOf has ${allOf.length} parts: only one is followed, so write them as one schema`)
    }
    return { node: onTop(besideParts, plainSchema(contract, part, `${pointer}/allOf/0`).node, pointer), pointer }
  }
  const { const: constant, ...besideConstant } = schema
  if (constant !== undefined) return { node: { ...besideConstant, enum: [constant] }, pointer }
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf'
  const branches = schema[keyword]?.map((branch) => plainSchema(contract, branch, pointer).node) ?? []
  const [value, ...others] = branches.filter(({ type }) => type !== 'null')
  if (!value || others.length > 0 || branches.length !== 2) return { node: schema, pointer }
  const { [keyword]: _, ...rest } = schema
  return { node: { ...value, ...rest, type: [...[value.type ?? []].flat(), 'null'] }, pointer }
}

/** A schema with what stands beside it. What both say would hold twice over, which is more than one schema can say. */
function onTop(own: Schema, node: Schema, pointer: string): Schema {
  const both = Object.keys(assertions(own)).find((keyword) => keyword !== 'type' && keyword in assertions(node))
  if (both)
    throw new Error(`${pointer}/${both} stands also in the schema that it is put on: only one of them is followed`)
  return { ...node, ...own }
}
