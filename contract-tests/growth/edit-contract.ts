import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseYaml, stringifyYaml } from '@redocly/openapi-core'

/** Any part of the document: what a test changes it knows. */
// biome-ignore lint/suspicious/noExplicitAny: a contract that is edited has whatever form the edit gives it
export type ContractDocument = any

/** Changes the contract in a project's folder as its editors do, in the parsed document, so that no edit depends on its layout. */
export async function editContract(folder: string, edit: (contract: ContractDocument) => void): Promise<void> {
  const file = join(folder, 'openapi/openapi.yaml')
  const contract = parseYaml(await readFile(file, 'utf8'))
  edit(contract)
  await writeFile(file, stringifyYaml(contract))
}

/** The operation that lists conversations, in a parsed contract. */
export const listOperation = (contract: ContractDocument): ContractDocument =>
  contract.paths['/backend/chat/{organization_id}'].get

/** The schema of a conversation, in a parsed contract. */
export const conversationSchema = (contract: ContractDocument): ContractDocument =>
  contract.components.schemas.Conversation
