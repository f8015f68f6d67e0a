import { type Contract, resolve, type Schema } from './contract.ts'

/**
 * A schema as its values see it: its reference followed, what stands beside the reference put on top, and null, which may
 * also be written as a branch of its own, among the types.
 */
export function plainSchema(contract: Contract, schema: Schema, pointer: string): { node: Schema; pointer: string } {
  const { $ref, ...beside } = schema
  if ($ref) {
    const target = resolve(contract, { $ref } as Schema, pointer)
    const { node } = plainSchema(contract, target.node, target.pointer)
    return { node: { ...node, ...beside }, pointer: Object.keys(beside).length > 0 ? pointer : target.pointer }
  }
  const keyword = schema.anyOf ? 'anyOf' : 'oneOf'
  const branches = schema[keyword]?.map((branch) => plainSchema(contract, branch, pointer).node) ?? []
  const [value, ...others] = branches.filter(({ type }) => type !== 'null')
  if (!value || others.length > 0 || branches.length !== 2) return { node: schema, pointer }
  const { [keyword]: _, ...rest } = schema
  return { node: { ...value, ...rest, type: [...[value.type ?? []].flat(), 'null'] }, pointer }
}
