import { readFile } from 'node:fs/promises'
import { parse, stringify } from 'yaml'
import { dereferenced } from '../contract-documents.ts'

/** The contract for tools that read OpenAPI 3.0 at most, with an organization that the server has as its example. */
export async function asOpenApi30(organizationId: string): Promise<string> {
  const document = convert(parse(await readFile(dereferenced, 'utf8')))
  const text = stringify({ ...(document as object), openapi: '3.0.3' }, { aliasDuplicateObjects: false })
  const { example } = parse(await readFile(dereferenced, 'utf8')).components.parameters.organization_id
  return text.replaceAll(example, organizationId)
}

/** Says what 3.1 says in the words of 3.0, and leaves out what 3.0 has no word for. */
function convert(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(convert)
  if (typeof node !== 'object' || node === null) return node
  const converted: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(node)) {
    if (key === 'type' && Array.isArray(value)) {
      converted.type = value.find((type) => type !== 'null')
      converted.nullable = true
    } else if (!key.startsWith('x-') && key !== 'identifier' && !(key === 'examples' && Array.isArray(value))) {
      converted[key] = convert(value)
    }
  }
  return converted
}
