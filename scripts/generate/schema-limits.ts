import { Ajv2020 } from 'ajv/dist/2020.js'
import { type Contract, pointerSegment, resolve, type Schema } from './contract.ts'
import { formats, numericFormats } from './formats.ts'
import type { Named } from './named-schemas.ts'
import { assertions } from './validators.ts'

/** The name of a schema is the name of a type. These are types that the generated ones are made with. */
const takenNames = ['Record', 'NonNullable', 'Replaced']

/** Refuses schemas that nothing here could follow: types, checks, clauses and made-up values would differ, or fail. */
export function requireUsableSchemas({ contract, origins }: Named): void {
  for (const [name, schema] of Object.entries(contract.components.schemas)) {
    const pointer = origins[name] ?? `#/components/schemas/${pointerSegment(name)}`
    if (!origins[name] && (!/^[A-Z]\w*$/.test(name) || takenNames.includes(name))) {
      throw new Error(
        `${pointer} can't be the name of a type: allowed are a capital letter, then letters, digits and _, but for ${takenNames.join(', ')}`,
      )
    }
    requireUsableSchema(contract, schema, pointer)
  }
}

/** The same of one schema and what is within it. @param around The references that led to it. */
export function requireUsableSchema(contract: Contract, schema: Schema, pointer: string, around: string[] = []): void {
  const { $ref } = schema
  if ($ref) {
    if (around.includes($ref)) throw new Error(`${$ref} is within itself, at ${pointer}: that is not followed`)
    const target = resolve(contract, { $ref } as Schema, pointer)
    requireUsableSchema(contract, target.node, target.pointer, [...around, $ref])
  }
  const [keyword, why] = problemOf(schema)
  if (why) throw new Error(`${pointer}${keyword && `/${keyword}`} ${why}`)
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const place = `${pointer}/properties/${pointerSegment(name)}`
    requireUsableSchema(contract, property, place, around)
    refuseUnreadExtensions(property, place)
  }
  for (const name of schema.required ?? []) {
    if (schema.properties?.[name]) continue
    throw new Error(`${pointer}/required names ${name}, which is none of the properties beside it`)
  }
  if (schema.items) requireUsableSchema(contract, schema.items, `${pointer}/items`, around)
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    for (const [index, branch] of (schema[keyword] ?? []).entries()) {
      requireUsableSchema(contract, branch, `${pointer}/${keyword}/${index}`, around)
    }
  }
}

const ofFields = ['x-available-when', 'x-equals-parameter'] as const

/** The extensions that are read of the fields of an answer are nobody's within one of these fields. */
function refuseUnreadExtensions({ properties, items }: Schema, pointer: string): void {
  const place = properties ? pointer : `${pointer}/items`
  for (const [name, property] of Object.entries(properties ?? items?.properties ?? {})) {
    const extension = ofFields.find((each) => property[each] !== undefined)
    if (!extension) continue
    throw new Error(
      `${place}/properties/${pointerSegment(name)}/${extension} is not followed: it is read of what an answer or its items have as a field`,
    )
  }
}

/** What is wrong with a schema itself: the keyword, and why in words. */
function problemOf(schema: Schema): [keyword: string, why?: string] {
  const { type, enum: allowed, format, pattern, minimum, maximum, minLength, maxLength } = schema
  const types = [type ?? []].flat()
  const known = schema['x-extensible-enum']
  if (allowed?.length === 0) return ['enum', 'is empty: no value would do']
  if (allowed && type && allowed.includes(null) !== types.includes('null')) {
    return ['enum', 'and type must agree on null: it stands in both or in neither']
  }
  const isOpenSet = Array.isArray(known) && known.every((value) => typeof value === 'string')
  if (known !== undefined && !(isOpenSet && types.includes('string'))) {
    return ['x-extensible-enum', 'must be a list of texts, beside type string']
  }
  for (const extension of ofFields) {
    if (!['string', 'undefined'].includes(typeof schema[extension])) return [extension, 'must be one name']
  }
  if (isAbove(minimum, maximum)) return ['minimum', 'is larger than the maximum']
  if (isAbove(minLength, maxLength)) return ['minLength', 'is larger than maxLength']
  if (pattern !== undefined && !isPattern(pattern)) return ['pattern', 'is no regular expression of ECMAScript with /u']
  const isNumber = types.includes('integer') || types.includes('number')
  const usable = isNumber ? numericFormats : Object.keys(formats)
  if (format && !usable.includes(format)) return ['format', `is unknown: ${format} is none of ${usable.join(', ')}`]
  if (schema.default !== undefined && !keeps(schema.default, schema))
    return ['default', 'breaks the schema that it is in']
  return ['']
}

const isAbove = (low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY) => low > high

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'))
  } catch {
    return false
  }
}

/** Whether a default is one of the schema's own values, as far as that can be told without what it refers to. */
function keeps(value: unknown, { $ref: _, ...schema }: Schema): boolean {
  const { properties, items, allOf, anyOf, oneOf, ...own } = assertions(schema)
  return new Ajv2020({ strict: false, logger: false, formats }).validate(own, value)
}
