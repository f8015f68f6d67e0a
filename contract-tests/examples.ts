import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Conversation } from '../generated/types.ts'

const contractFile = new URL('../openapi/openapi.yaml', import.meta.url)

/** The examples of a successful list, by the names that the contract gives them. */
export async function listExamples(): Promise<Map<string, Conversation[]>> {
  const contract = parse(await readFile(contractFile, 'utf8'))
  const { examples } = contract.components.responses.Conversations.content['application/json']
  const read = Object.entries<{ $ref: string }>(examples).map(async ([name, { $ref }]) => {
    const { value } = JSON.parse(await readFile(new URL($ref, contractFile), 'utf8'))
    return [name, value] as const
  })
  return new Map(await Promise.all(read))
}

/** The organization that the examples belong to. */
export async function exampleOrganization(): Promise<string> {
  const [first] = (await listExamples()).get('documented') ?? []
  if (!first) throw new Error('The contract has no example named documented')
  return first.copilot_id
}
