import { readFile } from 'node:fs/promises'
import type { Clause } from '../../src/contract/clause.ts'
import { clauses } from '../../src/contract/clauses/index.ts'
import { type Contract, readContract } from '../generate/contract.ts'
import { contractFile } from '../generate/generate.ts'
import { type ErrorClass, readErrorClasses } from './error-classes.ts'
import { type Examples, readExamples } from './examples.ts'

/** Everything that the docs are made from. */
export interface Sources {
  contract: Contract
  readme: string
  changelog: string
  examples: Examples
  errors: readonly ErrorClass[]
  clauses: readonly Clause[]
}

/** Reads the sources of the docs. */
export async function readSources(): Promise<Sources> {
  const text = (name: string) =>
    readFile(name, 'utf8').catch(() => {
      throw new Error(`${name} can't be read, which the docs are made from.`)
    })
  return {
    contract: await readContract(contractFile),
    readme: await text('README.md'),
    changelog: await text('CHANGELOG.md'),
    examples: await readExamples('examples'),
    errors: await readErrorClasses('src/client/errors'),
    clauses,
  }
}
