import { type Contract, pointerSegment, type Response, resolve, type Schema, type Statement } from './contract.ts'

/**
 * The contract's facts as data, for code that needs more than types: what each parameter, field and response allows,
 * where the contract says so, and how well that is known. Separate exports, so that a bundler keeps only what is read.
 */
export const generateFacts = (contract: Contract): string => print(contractFacts(contract))

export function contractFacts(contract: Contract) {
  const [path, item] = only(contract.paths, 'paths')
  const [securityName, security] = only(contract.components.securitySchemes, 'security schemes')
  const pointer = `#/paths/${pointerSegment(path)}/get`
  const operation = item.get

  const parameters = operation.parameters.map((parameter, index) => {
    const at = resolve(contract, parameter, `${pointer}/parameters/${index}`)
    const { name, in: location, required = false, schema } = at.node
    return [
      name,
      { in: location, required, ...schemaFacts(resolve(contract, schema, at.pointer).node), ...statement(at) },
    ] as const
  })
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const at = resolve(contract, response, `${pointer}/responses/${status}`)
    return [status, { ...contentFacts(at.node), headers: headerFacts(contract, at), ...statement(at) }] as const
  })
  const conversation = {
    node: contract.components.schemas.Conversation as Schema,
    pointer: '#/components/schemas/Conversation',
  }
  const fields = Object.entries(conversation.node.properties ?? {}).map(([name, node]) => {
    const at = { node, pointer: `${conversation.pointer}/properties/${pointerSegment(name)}` }
    const required = conversation.node.required?.includes(name) ?? false
    return [name, { required, ...schemaFacts(node), ...statement(at) }] as const
  })

  return {
    contract: { title: contract.info.title, version: contract.info.version },
    server: contract.servers[0]?.url,
    operation: { id: operation.operationId, method: 'GET', path, ...statement({ node: operation, pointer }) },
    security: {
      scheme: security.scheme,
      ...statement({ node: security, pointer: `#/components/securitySchemes/${pointerSegment(securityName)}` }),
    },
    parameters: Object.fromEntries(parameters),
    responses: Object.fromEntries(responses),
    list: statement({
      node: contract.components.schemas.ConversationList as Schema,
      pointer: '#/components/schemas/ConversationList',
    }),
    conversation: { ...statement(conversation), fields: Object.fromEntries(fields) },
  }
}

/** Which statement a fact comes from, and how well it and each of its keywords is known. */
function statement({ node, pointer }: { node: Statement; pointer: string }) {
  return {
    pointer,
    evidence: node['x-evidence'],
    ...(node['x-evidence-of'] && { evidenceOf: node['x-evidence-of'] }),
  }
}

function schemaFacts(schema: Schema) {
  const types = [schema.type ?? []].flat()
  return {
    type: types.find((type) => type !== 'null'),
    nullable: types.includes('null'),
    ...pick(schema, ['format', 'minLength', 'minimum', 'maximum', 'default']),
    ...(schema.enum && { allowed: schema.enum }),
    ...(schema['x-extensible-enum'] && { known: schema['x-extensible-enum'] }),
    ...(schema['x-available-when'] && { availableWhen: schema['x-available-when'] }),
  }
}

function contentFacts(response: Response) {
  const [[contentType, content] = []] = Object.entries(response.content ?? {})
  return { contentType, schema: content?.schema.$ref?.split('/').at(-1) }
}

function headerFacts(contract: Contract, { node, pointer }: { node: Response; pointer: string }) {
  const headers = Object.entries(node.headers ?? {}).map(([name, header]) => {
    const at = resolve(contract, header, `${pointer}/headers/${pointerSegment(name)}`)
    return [name, statement(at)] as const
  })
  return Object.fromEntries(headers)
}

export function pick<T extends object, K extends keyof T>(object: T, keys: K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]),
  ) as Partial<Pick<T, K>>
}

function only<T>(record: Record<string, T>, what: string): [string, T] {
  const entries = Object.entries(record)
  const [first] = entries
  if (!first || entries.length > 1)
    throw new Error(`The contract describes one endpoint, but has ${entries.length} ${what}`)
  return first
}

export function print(facts: Record<string, unknown>): string {
  return Object.entries(facts)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const\n`)
    .join('\n')
}
