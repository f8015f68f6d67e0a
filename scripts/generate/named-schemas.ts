import { type Contract, operationsOf, type Response, resolve, type Schema } from './contract.ts'

/** A contract in which whatever a response holds has a name, and where those schemas stand that had none. */
export interface Named {
  contract: Contract
  /** JSON pointers by the name that was given. */
  origins: Record<string, string>
}

/**
 * Gives a name to the body of each response and to the items of each list that stand in the response itself, so that
 * types, validators and facts know them like all others: `listThings200` and `listThingsItem`.
 */
export function nameSchemas(original: Contract): Named {
  const contract = structuredClone(original)
  const origins: Record<string, string> = {}

  /** What a place refers to afterwards: the schema that it referred to before, or what stood there, under a name. */
  function named(schema: Schema, name: string, pointer: string): Schema {
    if (schema.$ref) return schema
    if (contract.components.schemas[name]) throw new Error(`${pointer} would be named ${name}, as another schema is`)
    origins[name] = pointer
    contract.components.schemas[name] = schema
    return { $ref: `#/components/schemas/${name}` }
  }

  contract.components.schemas ??= {}
  for (const { operation, pointer } of operationsOf(contract)) {
    for (const [status, response] of Object.entries(operation.responses)) {
      const at = resolve<Response>(contract, response, `${pointer}/responses/${status}`)
      const [type, content] = contentOf(at.node)
      if (type && content?.schema) {
        const place = `${at.pointer}/content/${type.replaceAll('/', '~1')}/schema`
        const stem = response.$ref ? (response.$ref.split('/').at(-1) ?? '') : `${operation.operationId}${status}`
        const body = resolve<Schema>(contract, content.schema, place)
        if (body.node.items) {
          body.node.items = named(body.node.items, `${operation.operationId}Item`, `${body.pointer}/items`)
        }
        content.schema = named(content.schema, stem, place)
      }
    }
  }
  return { contract, origins }
}

/** What a response holds, by its content type: JSON, where it can be had in several. */
export function contentOf({ content = {} }: Response): [type?: string, content?: { schema: Schema }] {
  const contents = Object.entries(content)
  return contents.find(([type]) => /[/+]json\b/.test(type)) ?? contents[0] ?? []
}

/** The name of the schema that a reference leads to. */
export const nameOf = ({ $ref }: Schema): string | undefined =>
  $ref?.startsWith('#/components/schemas/') ? $ref.split('/').at(-1) : undefined
