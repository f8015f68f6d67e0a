import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseYaml, stringifyYaml } from '@redocly/openapi-core'

/** Any part of the document: what a test changes it knows. */
// biome-ignore lint/suspicious/noExplicitAny: a contract that is edited has whatever form the edit gives it
export type ContractDocument = any

export type Edit = (contract: ContractDocument) => void

/** Changes the contract in a project's folder as its editors do, in the parsed document, so that no edit depends on its layout. */
export async function editContract(folder: string, edit: Edit): Promise<void> {
  const file = join(folder, 'openapi/openapi.yaml')
  const contract = parseYaml(await readFile(file, 'utf8'))
  edit(contract)
  await writeFile(file, stringifyYaml(contract))
}

/** Edits what stands at the end of a way through a parsed contract: `set('components.schemas.Page.default', 2)`. */
export const set = (way: string, value: unknown): Edit =>
  at(way, (owner, name) => Object.assign(owner, { [name]: value }))
export const drop = (way: string): Edit => at(way, (owner, name) => delete owner[name])
export const add = (way: string, value: unknown): Edit => at(way, (owner, name) => owner[name].push(value))

function at(way: string, change: (owner: ContractDocument, name: string) => void): Edit {
  const names = way.split('.')
  const last = names.pop() ?? ''
  return (contract) => {
    const owner = names.reduce((node, name) => node[name], contract)
    change(owner, last)
  }
}

/** The operation that lists conversations, in a parsed contract. */
export const listOperation = (contract: ContractDocument): ContractDocument =>
  contract.paths['/backend/chat/{organization_id}'].get

/** The schema of a conversation, in a parsed contract. */
export const conversationSchema = (contract: ContractDocument): ContractDocument =>
  contract.components.schemas.Conversation
