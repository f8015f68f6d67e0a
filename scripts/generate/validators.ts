import { Ajv2020 } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import type { Contract, Schema } from './contract.ts'
import { formats, numericFormats } from './formats.ts'

// ajv is CommonJS: its default export arrives wrapped.
const standaloneCode = standalone.default

const annotations = new Set([
  ...['description', 'title', 'example', 'examples', 'default', 'deprecated', 'readOnly', 'writeOnly'],
  ...['$comment', 'externalDocs', 'discriminator', 'xml'],
])

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
 * A validator for the schema of each response, compiled ahead of time, so that nothing is compiled, and nothing imported,
 * where it runs.
 */
export function generateValidators(contract: Contract, schemas: string[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    logger: false, // strict mode throws, and doesn't log
    formats,
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
    code
      .replace('"use strict";', '')
      .replaceAll('export const check', 'const check')
      // The one import that compiled code may have: it counts characters, where JavaScript counts halves of some.
      .replace(/require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, '(text) => [...text].length'),
    ...typed,
    `\n/** Every validator, by the name of its schema. */\nexport const validators: Readonly<Record<string, Validator<unknown>>> = {\n${schemas.map((name) => `  ${name}: validate${name},`).join('\n')}\n}`,
    '',
  ].join('\n')
}

/** Schemas without their words, examples and extensions: what doesn't validate would only weigh in the compiled code. */
function withoutAnnotations(schemas: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, assertions(schema)]))
}

/** The same of one schema. */
export function assertions(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([keyword, value]) => {
    const isAnnotation = keyword.startsWith('x-') || annotations.has(keyword)
    return !isAnnotation && !(keyword === 'format' && numericFormats.includes(value))
  })
  const inner = kept.map(([keyword, value]) => {
    if (keyword === 'properties') return [keyword, withoutAnnotations(value as Record<string, Schema>)]
    if (['items', 'additionalProperties', 'not'].includes(keyword) && typeof value === 'object') {
      return [keyword, assertions(value as Schema)]
    }
    if (['allOf', 'anyOf', 'oneOf'].includes(keyword)) return [keyword, (value as Schema[]).map(assertions)]
    return [keyword, value]
  })
  return Object.fromEntries(inner)
}
