import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { type OperationFacts, operations, type Statement } from '../generated/facts.ts'
import type { Conversation, ErrorBody } from '../generated/types.ts'

const contractFile = new URL('../openapi/openapi.yaml', import.meta.url)

interface ResponseObject {
  content?: { 'application/json'?: { examples?: Record<string, { $ref: string }> } }
}

const all = Object.values<OperationFacts>(operations).flatMap(({ responses }) => Object.entries(responses))
const errors = all.flatMap(([status, response]) => (/^[45]/.test(status) ? [response] : []))

/** The examples of a successful list, by the names that the contract gives them. */
export const listExamples = (): Promise<Map<string, Conversation[]>> =>
  examplesOf([operations.listConversations.responses[200]])

/** The examples of every error body, by name. */
export const errorExamples = (): Promise<Map<string, ErrorBody>> => examplesOf(errors)

/** The examples of responses that the contract has by name. */
async function examplesOf<T>(wanted: readonly Statement[]): Promise<Map<string, T>> {
  const contract = parse(await readFile(contractFile, 'utf8'))
  const pointers = new Set(wanted.map(({ pointer }) => pointer))
  const responses = Object.entries<ResponseObject>(contract.components.responses).filter(([name]) =>
    pointers.has(`#/components/responses/${name}`),
  )
  const references = responses.flatMap(([, { content }]) =>
    Object.entries(content?.['application/json']?.examples ?? {}),
  )
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
