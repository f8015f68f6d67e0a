import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

export interface ActionStep {
  name: string
  id?: string
  if?: string
  shell?: string
  env?: Record<string, string>
  run?: string
  uses?: string
  with?: Record<string, string | number | boolean>
}

/** A composite action, as its file says. */
export interface Action {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>
  outputs: Record<string, { description: string; value: string }>
  runs: { using: string; steps: ActionStep[] }
}

export const readAction = async (file = 'action.yml'): Promise<Action> => parse(await readFile(file, 'utf8'))
