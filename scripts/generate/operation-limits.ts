import ts from 'typescript'
import { helpers } from './check.ts'
import type { Contract, Located, Parameter } from './contract.ts'
import { plainSchema } from './plain-schema.ts'
import { requireUsableSchema } from './schema-limits.ts'

/** What the generated modules hold besides a constant for each operation. */
const takenNames = ['server', ...Object.keys(helpers)]

const primitives = ['string', 'integer', 'number', 'boolean']

/** Names as they can stand in a URL without an escape; those in a path are also names of groups there. */
const names: Record<Parameter['in'], { form: RegExp; words: string }> = {
  path: { form: /^\w+$/, words: 'letters, digits and _' },
  query: { form: /^(?=.*[a-z\d])[\w$.[\]-]+$/i, words: 'letters, digits and _ - . $ [ ]' },
  header: { form: /^[\w-]+$/, words: 'letters, digits, _ and -' },
  cookie: { form: /^[\w-]+$/, words: 'letters, digits, _ and -' },
}

/** Refuses an operation that types, facts, client, sandbox and checks couldn't all follow. */
export function requireUsableOperation(contract: Contract, { operation, parameters, pointer }: Located): void {
  const { operationId, responses = {} } = operation
  if (!isConstantName(operationId) || takenNames.includes(operationId) || /^check[A-Z]/.test(operationId)) {
    throw new Error(
      `${pointer}/operationId is ${JSON.stringify(operationId)}: allowed are a small letter, then letters, digits and _, but for words of TypeScript, ${takenNames.join(', ')} and check…`,
    )
  }
  if (operation.requestBody) {
    throw new Error(`${pointer}/requestBody is not followed: neither chat.http nor the checks send a body`)
  }
  if (!Object.keys(responses).some((status) => status.startsWith('2'))) {
    throw new Error(`${pointer}/responses has no status of success, 200 to 299 or 2XX`)
  }
  for (const [index, { node, pointer }] of parameters.entries()) {
    const { name, in: place, schema } = node
    const { form, words } = names[place]
    if (!form.test(name)) {
      throw new Error(`${pointer} has the name ${JSON.stringify(name)}: allowed in a ${place} are ${words}`)
    }
    if (parameters.findIndex((other) => other.node.name === name) < index) {
      throw new Error(`${pointer} has the name ${name}, as another parameter of ${operationId}: facts tell them by it`)
    }
    const type = schema && typeOf(contract, schema, `${pointer}/schema`)
    if (!type || !primitives.includes(type)) {
      throw new Error(
        `${pointer}/schema has the type ${type ?? 'any'}: a parameter is a ${primitives.join(', ')}, and never null`,
      )
    }
    if (place === 'path' && type !== 'string') {
      throw new Error(`${pointer}/schema has the type ${type}: in a path, values are opaque strings`)
    }
  }
}

function typeOf(contract: Contract, schema: Parameter['schema'], pointer: string): string | undefined {
  requireUsableSchema(contract, schema, pointer)
  const { type = [] } = plainSchema(contract, schema, pointer).node
  return [type].flat().join(' or ') || undefined
}

/** Whether a name can be that of a constant, and of a type when its first letter is a capital one. */
function isConstantName(name: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, name)
  return /^[a-z]\w*$/.test(name) && scanner.scan() === ts.SyntaxKind.Identifier
}
