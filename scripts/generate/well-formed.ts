import { readFile } from 'node:fs/promises'
import { type Config, createConfig, lint, parseYaml } from '@redocly/openapi-core'
import { distance } from 'fastest-levenshtein'
import { pointerSegment } from './contract.ts'

/** What must be right before anything can be made of a contract. `npm run lint` has further rules, of good style. */
const rules = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'path-parameters-defined': 'error',
  'no-identical-paths': 'error',
} as const

let config: Promise<Config> | undefined

/** Refuses a document that is no OpenAPI 3.1, with the first place where it isn't. */
export async function requireWellFormed(file: string): Promise<void> {
  const refuse = (where: string, why: string): never => {
    throw new Error(`${where} can't be read: ${why.trim().split('\n', 1)[0]}`)
  }
  const unreadable = (error: Error) => refuse(file, error.message)
  const document = await readFile(file, 'utf8').then(parseYaml).catch(unreadable)
  const { openapi } = Object(document)
  if (!/^3\.1\./.test(openapi))
    refuse(`#/openapi in ${file}`, `it is ${openapi}, where 3.1.0 and its patches are allowed`)
  requireUsableNames(document, '#')

  config ??= createConfig({ rules })
  const problems = await lint({ ref: file, config: await config }).catch(unreadable)
  const problem = problems.find(({ severity }) => severity === 'error')
  if (!problem) return
  const [place] = problem.location
  refuse(place?.pointer ? `${place.pointer} in ${file}` : file, problem.message)
}

/** The extensions that carry a meaning. Others are nobody's business here, but for one that is nearly one of these. */
const extensions = [
  ...['x-available-when', 'x-equals-parameter', 'x-evidence', 'x-evidence-of'],
  ...['x-extensible-enum', 'x-list', 'x-codeSamples'],
]

/**
 * Refuses names that every object in JavaScript has a value for, also where a name is absent, such as `constructor` and
 * `__proto__`: facts, checks and Redocly itself would take that value for what the contract says. And misspelt extensions.
 */
export function requireUsableNames(node: unknown, pointer: string): void {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    const names = key === 'name' && typeof value === 'string' ? [key, value] : [key]
    const taken = names.find((name) => name in Object.prototype)
    if (taken) throw new Error(`${pointer} has the name ${taken}, which every JavaScript object has: none can be used`)
    const meant = extensions.find((extension) => distance(key, extension) <= extension.length / 5)
    if (meant && !extensions.includes(key)) {
      throw new Error(`${pointer}/${pointerSegment(key)} has no meaning. Did you mean ${meant}?`)
    }
    requireUsableNames(value, `${pointer}/${pointerSegment(key)}`)
  }
}
