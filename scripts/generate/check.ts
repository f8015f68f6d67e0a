import { type Contract, pointerSegment, type Schema } from './contract.ts'
import { formats } from './formats.ts'
import { plainSchema } from './plain-schema.ts'
import { assertions } from './validators.ts'

/** How values of a type are checked. */
interface Kind {
  /** The keywords that say more of it. */
  keywords: string[]
  /** The conditions that a value meets, as code. */
  conditions: (value: string, schema: Schema) => string[]
  /** The same in words. */
  expected: (schema: Schema) => string[]
}

const when = <T>(bound: T | undefined, text: (bound: T) => string) => (bound === undefined ? [] : [text(bound)])

/** The name of a format's expression in the code: `date-time` is `dateTime`. */
const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const bounds = ({ minimum, maximum }: Schema) => [
  ...when(minimum, (bound) => `from ${bound}`),
  ...when(maximum, (bound) => `to ${bound}`),
]

/** Numbers, by the condition that tells them from everything else. */
const numeric = (isNumber: string, words: string): Kind => ({
  keywords: ['minimum', 'maximum'],
  conditions: (value, { minimum, maximum }) => [
    `${isNumber}(${value})`,
    ...when(minimum, (bound) => `${value} >= ${bound}`),
    ...when(maximum, (bound) => `${value} <= ${bound}`),
  ],
  expected: (schema) => [words, ...bounds(schema)],
})

/** JSON Schema counts characters, JavaScript halves of some: only that a text is not empty is the same for both. */
const lengthOf = (value: string, bound: number) => (bound > 1 ? `[...${value}].length` : `${value}.length`)

const kinds: Record<string, Kind> = {
  string: {
    keywords: ['minLength', 'maxLength', 'format', 'pattern'],
    conditions: (value, { minLength, maxLength, format, pattern }) => [
      `isString(${value})`,
      ...when(minLength, (length) => `${lengthOf(value, length)} >= ${length}`),
      ...when(maxLength, (length) => `${lengthOf(value, length)} <= ${length}`),
      ...when(format, (name) => `${camelCase(name)}.test(${value})`),
      ...when(pattern, (text) => `${new RegExp(text, 'u')}.test(${value})`),
    ],
    expected: ({ minLength, maxLength, format = 'string', pattern }) => [
      `of type ${format}`,
      ...when(minLength, (length) => (length > 1 ? `and at least ${length} long` : 'and not empty')),
      ...when(maxLength, (length) => `and at most ${length} long`),
      ...when(pattern, (text) => `and match ${text}`),
    ],
  },
  integer: numeric('Number.isInteger', 'a whole number'),
  number: numeric('Number.isFinite', 'a number'),
  boolean: {
    keywords: [],
    conditions: (value) => [`typeof ${value} === 'boolean'`],
    expected: () => ['of type boolean'],
  },
  object: {
    keywords: ['properties', 'required'],
    conditions: (value) => [`isObject(${value})`],
    expected: () => ['of type object'],
  },
  array: { keywords: ['items'], conditions: (value) => [`Array.isArray(${value})`], expected: () => ['of type array'] },
}

/** What the code is made of; what isn't used is left out. */
export const helpers: Record<string, string> = {
  isString: "const isString = (value: unknown) => typeof value === 'string'",
  isObject: "const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)",
  ...Object.fromEntries(
    Object.entries(formats).map(([name, form]) => [camelCase(name), `const ${camelCase(name)} =\n  ${form}`]),
  ),
}

/**
 * The client's own checks of what lists hold, by the names of the schemas. What ajv compiles weighs three times as much in
 * a browser; this is short because it knows few keywords, those above. A contract whose items have others is refused.
 */
export function generateCheck(contract: Contract, names: string[]): string {
  const checks = names.map((name) => {
    const schema = { $ref: `#/components/schemas/${name}` }
    const taken = new Set<string>()
    const lines = check(contract, { schema, pointer: '#', value: 'value', path: [], isRequired: true, taken })
    return `/** Reports what a ${name} should be and isn't: the places within it, as JSON pointers, and what belongs there in words. */
export function check${name}(value: any, report: (place: string, expected: string) => void): void {
${indented(lines).join('\n')}
}
`
  })
  const code = checks.join('\n')
  const used = Object.entries(helpers).flatMap(([name, helper]) =>
    new RegExp(`\\b${name}(\\.test)?\\(`).test(code) ? [helper] : [],
  )
  return `${used.join('\n')}\n\n${code}`
}

/** A value within an item. */
interface Place {
  schema: Schema
  /** Where the schema is in the contract. */
  pointer: string
  /** The expression that gives the value. */
  value: string
  /** The value's path within the item: names, and expressions that give an index. */
  path: (string | { index: string })[]
  isRequired: boolean
  /** The names that the code around has given to values already. */
  taken: Set<string>
}

/** The lines that check a value and what is within it. */
function check(contract: Contract, place: Place): string[] {
  const { node, pointer } = plainSchema(contract, place.schema, place.pointer)
  const schema = assertions(node)
  const kind = kindOf(schema, pointer)
  const isNullable = [schema.type].flat().includes('null')
  const within = Boolean(schema.properties ?? schema.items)
  // What is looked into gets a name.
  const value = within ? nameOf(place) : place.value
  const condition = schema.enum
    ? `${JSON.stringify(schema.enum)}.includes(${value})`
    : kind.conditions(value, schema).join(' && ')
  const words = schema.enum?.filter((one) => one !== null) ?? [kind.expected(schema).join(' ')]
  const expected = [...words, ...(isNullable ? ['null'] : [])].join(' or ')
  return [
    ...(value === place.value ? [] : [`const ${value} = ${place.value}`]),
    `if (!(${[...absent(value, isNullable, place.isRequired), condition].join(' || ')})) report(${pointerTo(place.path)}, ${JSON.stringify(expected)})`,
    ...(within
      ? [`else if (${value}) {`, ...indented(inner(contract, schema, { ...place, pointer, value })), '}']
      : []),
  ]
}

/** The condition that a value isn't there, where it needn't be. */
function absent(value: string, isNullable: boolean, isRequired: boolean): string[] {
  if (isNullable) return [`${value} ${isRequired ? '===' : '=='} null`]
  return isRequired ? [] : [`${value} === undefined`]
}

/** The lines that check what is within an object or an array. */
function inner(contract: Contract, { properties = {}, required = [], items }: Schema, place: Place): string[] {
  const { pointer, value, path, taken } = place
  const members = Object.entries(properties).flatMap(([name, schema]) =>
    check(contract, {
      schema,
      pointer: `${pointer}/properties/${pointerSegment(name)}`,
      value: `${value}${/^[a-z_]\w*$/i.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`}`,
      path: [...path, name],
      isRequired: required.includes(name),
      taken,
    }),
  )
  if (!items) return members
  const [index, item] = [`index_${value}`, `item_${value}`]
  const each = {
    schema: items,
    pointer: `${pointer}/items`,
    value: item,
    path: [...path, { index }],
    isRequired: true,
    taken,
  }
  return [`for (const [${index}, ${item}] of ${value}.entries()) {`, ...indented(check(contract, each)), '}']
}

/** A JSON pointer as an expression: a template literal only where an index has to be filled in. */
function pointerTo(path: Place['path']): string {
  const isFixed = path.every((part) => typeof part === 'string')
  if (isFixed) return JSON.stringify(path.map((name) => `/${pointerSegment(name)}`).join(''))
  const parts = path.map((part) =>
    typeof part === 'string'
      ? JSON.stringify(pointerSegment(part)).slice(1, -1).replace(/[`$]/g, '\\$&')
      : `\${${part.index}}`,
  )
  return `\`/${parts.join('/')}\``
}

/** A name for a value that is looked into, after its path: letters that can't be in a name, and names alike, are told apart. */
function nameOf({ path, taken }: Place): string {
  const words = path.map((part) => `_${typeof part === 'string' ? part.replace(/\W/g, '_') : part.index}`)
  const stem = `value${words.join('')}`
  let name = stem
  for (let count = 2; taken.has(name); count++) name = `${stem}_${count}`
  taken.add(name)
  return name
}

const indented = (lines: string[]) => lines.map((line) => `  ${line}`)

/** How a schema's values are checked. Throws where that would leave something unchecked. */
function kindOf({ type = [], ...schema }: Schema, pointer: string): Kind {
  const name = [type]
    .flat()
    .filter((one) => one !== 'null')
    .join(' or ')
  const kind = kinds[name]
  if (!kind) {
    throw new Error(`${pointer} has the type ${name || 'any'}: the client checks ${Object.keys(kinds).join(', ')}`)
  }
  const known = ['enum', ...kind.keywords]
  const [unknown] =
    Object.entries(schema).find(([keyword, value]) =>
      keyword === 'additionalProperties' ? value !== true : !known.includes(keyword),
    ) ?? []
  if (schema.format && !formats[schema.format]) {
    throw new Error(`${pointer}/format is unknown: ${schema.format} is none of ${Object.keys(formats).join(', ')}`)
  }
  if (unknown) {
    throw new Error(`${pointer}/${unknown} is unknown to the client: of type ${name} it checks ${known.join(', ')}`)
  }
  return kind
}
