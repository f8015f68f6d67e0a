import { type Contract, pointerSegment, resolve, type Schema } from './contract.ts'
import { assertions, dateTime } from './validators.ts'

/** How values of a type are checked. */
interface Kind {
  /** The keywords that say more of it. */
  keywords: string[]
  /** The conditions that a value meets, as code. */
  fits: (value: string, schema: Schema) => string[]
  /** The same in words. */
  wish: (schema: Schema) => string[]
}

const when = <T>(bound: T | undefined, text: (bound: T) => string) => (bound === undefined ? [] : [text(bound)])

const kinds: Record<string, Kind> = {
  string: {
    keywords: ['minLength', 'format'],
    fits: (value, { minLength, format }) => [
      `isString(${value})`,
      ...when(minLength, (length) => `${value}.length >= ${length}`),
      // The only format there is: the validators refuse others.
      ...when(format, () => `dateTime.test(${value})`),
    ],
    wish: ({ minLength, format = 'string' }) => [
      `of type ${format}`,
      ...when(minLength, (length) => (length > 1 ? `and at least ${length} long` : 'and not empty')),
    ],
  },
  integer: {
    keywords: ['minimum', 'maximum'],
    fits: (value, { minimum, maximum }) => [
      `Number.isInteger(${value})`,
      ...when(minimum, (bound) => `${value} >= ${bound}`),
      ...when(maximum, (bound) => `${value} <= ${bound}`),
    ],
    wish: ({ minimum, maximum }) => [
      'a whole number',
      ...when(minimum, (bound) => `from ${bound}`),
      ...when(maximum, (bound) => `to ${bound}`),
    ],
  },
  boolean: { keywords: [], fits: (value) => [`typeof ${value} === 'boolean'`], wish: () => ['of type boolean'] },
  object: {
    keywords: ['properties', 'required'],
    fits: (value) => [`isObject(${value})`],
    wish: () => ['of type object'],
  },
  array: { keywords: ['items'], fits: (value) => [`Array.isArray(${value})`], wish: () => ['of type array'] },
}

/** What the code is made of; what isn't used is left out. */
const helpers = {
  isString: "const isString = (value: unknown) => typeof value === 'string'",
  isObject: "const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)",
  dateTime: `const dateTime =\n  ${dateTime}`,
}

/**
 * The client's own check of a conversation. What ajv compiles weighs three times as much in a browser; this is short
 * because it knows few keywords, those above. A contract whose conversations have others is refused.
 */
export function generateCheck(contract: Contract): string {
  const { ConversationList: list = {} } = contract.components.schemas
  kindOf(assertions(list), '#/components/schemas/ConversationList')
  const lines = check(contract, { schema: list.items ?? {}, pointer: '#', value: 'value', path: '', isRequired: true })
  const code = indented(lines).join('\n')
  const used = Object.entries(helpers).flatMap(([name, helper]) => (code.includes(name) ? [helper] : []))
  return `${used.join('\n')}

/** Reports what a conversation should be and isn't: the places within it, as JSON pointers, and what belongs there in words. */
export function checkConversation(value: any, report: (place: string, expected: string) => void): void {
${code}
}
`
}

/** A value within a conversation. */
interface Place {
  schema: Schema
  /** Where the schema is in the contract. */
  pointer: string
  /** The expression that gives the value. */
  value: string
  /** The value's JSON pointer, as it stands in a template literal. */
  path: string
  isRequired: boolean
}

/** The lines that check a value and what is within it. */
function check(contract: Contract, place: Place): string[] {
  const { node, pointer } = resolve(contract, place.schema, place.pointer)
  const schema = assertions(node)
  const kind = kindOf(schema, pointer)
  const isNullable = [schema.type].flat().includes('null')
  const within = Boolean(schema.properties ?? schema.items)
  // What is looked into gets a name.
  const value = within ? `value${place.path.replace(/\W/g, '_')}` : place.value
  const fits = schema.enum ? `${JSON.stringify(schema.enum)}.includes(${value})` : kind.fits(value, schema).join(' && ')
  const wishes = schema.enum?.filter((one) => one !== null) ?? [kind.wish(schema).join(' ')]
  const expected = [...wishes, ...(isNullable ? ['null'] : [])].join(' or ')
  return [
    ...(value === place.value ? [] : [`const ${value} = ${place.value}`]),
    `if (!(${[...absent(value, isNullable, place.isRequired), fits].join(' || ')})) report(${literal(place.path)}, ${literal(expected)})`,
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
  const { pointer, value, path } = place
  const members = Object.entries(properties).flatMap(([name, schema]) =>
    check(contract, {
      schema,
      pointer: `${pointer}/properties/${pointerSegment(name)}`,
      value: `${value}${/^[a-z_]\w*$/i.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`}`,
      path: `${path}/${pointerSegment(name)}`,
      isRequired: required.includes(name),
    }),
  )
  if (!items) return members
  const [index, item] = [`index_${value}`, `item_${value}`]
  const each = {
    schema: items,
    pointer: `${pointer}/items`,
    value: item,
    path: `${path}/\${${index}}`,
    isRequired: true,
  }
  return [`for (const [${index}, ${item}] of ${value}.entries()) {`, ...indented(check(contract, each)), '}']
}

/** A template literal only where it has to be one. */
const literal = (text: string) => (text.includes('${') ? `\`${text}\`` : JSON.stringify(text))

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
  if (unknown) {
    throw new Error(`${pointer}/${unknown} is unknown to the client: of type ${name} it checks ${known.join(', ')}`)
  }
  return kind
}
