import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import type { Contract, Schema } from './contract.ts'

// ajv is CommonJS: its default export arrives wrapped.
const standaloneCode = standalone.default

const annotations = new Set(['description', 'title', 'examples', 'default', 'deprecated'])

/** An Internet date-time of RFC 3339: a full date, `T`, a full time, and `Z` or an offset. */
export const dateTime =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])t([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i

const header = `/** One rule of the contract that a value breaks. It names the place and the rule, never the value. */
export interface Violation {
  /** JSON pointer into the value that was checked, e.g. \`/3/created_at\`. */
  instancePath: string
  /** JSON pointer into the contract, e.g. \`#/components/schemas/Conversation/required\`. */
  schemaPath: string
  /** The keyword of JSON Schema that was broken, e.g. \`type\`. */
  keyword: string
  /** What the keyword asks for, e.g. \`{ type: 'string' }\`. */
  params: Record<string, unknown>
}

/** Tells whether a value keeps its schema; when it doesn't, \`errors\` says why until the next call. */
export interface Validator<T> {
  (value: unknown): value is T
  errors?: Violation[] | null
}
`

/**
 * A validator per schema, compiled ahead of time, so that nothing is compiled, and nothing imported, where it runs.
 * Formats are plain regular expressions: ajv-formats would be an import, and several times slower.
 */
export function generateValidators(contract: Contract, schemas: string[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    unicode: false, // counting code points takes an import; no length in the contract depends on it
    logger: false, // it would call `unicode` deprecated on every run; strict mode throws, and doesn't log
    formats: { 'date-time': dateTime },
    code: { source: true, esm: true, lines: true },
  })
  // Neither `unevaluated…` nor dynamic references are in the contract; following them would weigh in the compiled code,
  // and keep bundlers from dropping a validator that nobody calls.
  ajv.opts.unevaluated = false
  ajv.opts.dynamicRef = false
  ajv.addVocabulary(['components'])
  ajv.addSchema({ components: { schemas: withoutAnnotations(contract.components.schemas) } }, 'contract')
  const references = schemas.map((name) => [`check${name}`, `contract#/components/schemas/${name}`])
  const code = standaloneCode(ajv, Object.fromEntries(references))
  const typed = schemas.map(
    (name) => `export const validate${name} = check${name} as unknown as Validator<types.${name}>`,
  )
  return [
    '// @ts-nocheck: compiled code, typed by the exports at its end',
    "import type * as types from './types.ts'\n",
    header,
    code.replace('"use strict";', '').replaceAll('export const check', 'const check'),
    ...typed,
    '',
  ].join('\n')
}

/** Schemas without their words, examples and extensions: what doesn't validate would only weigh in the compiled code. */
function withoutAnnotations(schemas: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, assertions(schema)]))
}

/** The same of one schema. */
export function assertions(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([keyword]) => !keyword.startsWith('x-') && !annotations.has(keyword))
  const inner = kept.map(([keyword, value]) => {
    if (keyword === 'properties') return [keyword, withoutAnnotations(value as Record<string, Schema>)]
    if (keyword === 'items') return [keyword, assertions(value as Schema)]
    return [keyword, value]
  })
  return Object.fromEntries(inner)
}
