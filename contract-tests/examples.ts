import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Conversation, ErrorBody } from '../generated/types.ts'

const contractFile = new URL('../openapi/openapi.yaml', import.meta.url)

interface Response {
  content: { 'application/json': { examples: Record<string, { $ref: string }> } }
}

/** The examples of a successful list, by the names that the contract gives them. */
export const listExamples = (): Promise<Map<string, Conversation[]>> => examplesOf(([name]) => name === 'Conversations')

/** The examples of every error body, by name. */
export const errorExamples = (): Promise<Map<string, ErrorBody>> => examplesOf(([name]) => name !== 'Conversations')

async function examplesOf<T>(wanted: (response: [name: string, Response]) => boolean): Promise<Map<string, T>> {
  const contract = parse(await readFile(contractFile, 'utf8'))
  const responses = Object.entries<Response>(contract.components.responses).filter(wanted)
  const references = responses.flatMap(([, { content }]) => Object.entries(content['application/json'].examples))
  const read = references.map(async ([name, { $ref }]) => {
    const { value } = JSON.parse(await readFile(new URL($ref, contractFile), 'utf8'))
    return [name, value as T] as const
  })
  return new Map(await Promise.all(read))
}

/** The organization that the examples belong to. */
export async function exampleOrganization(): Promise<string> {
  const [first] = (await listExamples()).get('documented') ?? []
  if (!first) throw new Error('The contract has no example named documented')
  return first.copilot_id
}
