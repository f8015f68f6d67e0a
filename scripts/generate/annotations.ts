import type { Schema } from './contract.ts'

const annotations = new Set(['description', 'title', 'examples', 'default', 'deprecated'])

/** A schema without its words, examples and extensions: what doesn't validate would only weigh in the code. */
export function withoutAnnotations(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([keyword]) => !keyword.startsWith('x-') && !annotations.has(keyword))
  const inner = kept.map(([keyword, value]) => {
    if (keyword === 'properties') return [keyword, allWithoutAnnotations(value as Record<string, Schema>)]
    if (keyword === 'items') return [keyword, withoutAnnotations(value as Schema)]
    return [keyword, value]
  })
  return Object.fromEntries(inner)
}

/** The same for schemas by name. */
export const allWithoutAnnotations = (schemas: Record<string, Schema>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutAnnotations(schema)]))
