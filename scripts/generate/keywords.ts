import type { Schema } from './contract.ts'
import { formats } from './formats.ts'

/** A keyword of a schema as code: when a value breaks it, and what a violation says that it asks for. */
export interface Assertion {
  keyword: string
  /** An expression that is true where the value is wrong. */
  isWrong: string
  params: Record<string, unknown>
}

const types: Record<string, (value: string) => string> = {
  null: (value) => `${value} === null`,
  integer: (value) => `Number.isInteger(${value})`,
  array: (value) => `Array.isArray(${value})`,
  object: (value) => `isObject(${value})`,
  string: (value) => `typeof ${value} === 'string'`,
  number: (value) => `typeof ${value} === 'number'`,
  boolean: (value) => `typeof ${value} === 'boolean'`,
}

const keywords: Record<string, (value: string, limit: unknown) => Omit<Assertion, 'keyword'>> = {
  type: (value, type) => ({ isWrong: `!(${isOfType(type, value)})`, params: { type } }),
  minLength: (value, limit) => ({
    isWrong: `${isOfType('string', value)} && ${value}.length < ${limit}`,
    params: { limit },
  }),
  minimum: (value, limit) => ({
    isWrong: `${isOfType('number', value)} && ${value} < ${limit}`,
    params: { comparison: '>=', limit },
  }),
  maximum: (value, limit) => ({
    isWrong: `${isOfType('number', value)} && ${value} > ${limit}`,
    params: { comparison: '<=', limit },
  }),
  format: (value, format) => {
    if (!Object.hasOwn(formats, String(format))) throw new Error(`no check is known for the format ${format}`)
    return {
      isWrong: `${isOfType('string', value)} && !formats[${JSON.stringify(format)}].test(${value})`,
      params: { format },
    }
  },
}

/** What is read by whoever goes through the schema. */
const structure = ['properties', 'items', 'required']

/** The keywords of a schema without annotations, each as code about the expression `value`. */
export function assertionsOf(schema: Schema, value: string): Assertion[] {
  return Object.entries(schema)
    .filter(
      ([keyword, limit]) => !structure.includes(keyword) && !(keyword === 'additionalProperties' && limit === true),
    )
    .map(([keyword, limit]) => {
      const assertion = keywords[keyword]
      if (!assertion) throw new Error(`no check is known for the keyword ${keyword}`)
      return { keyword, ...assertion(value, limit) }
    })
}

/** An expression that is true where the value is of the type, or of one of the types. */
export function isOfType(type: unknown, value: string): string {
  return [type]
    .flat()
    .map((name) => {
      const test = types[String(name)]
      if (!test) throw new Error(`no check is known for the type ${name}`)
      return test(value)
    })
    .join(' || ')
}
