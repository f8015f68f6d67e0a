import { type Contract, readContract } from '../generate/contract.ts'
import { type Change, worstOf } from './change.ts'
import { compareContracts } from './compare.ts'
import { mergeChanges } from './merge.ts'
import { redoclyDiff } from './redocly-diff.ts'
import { type VersionStep, versionStep } from './version-step.ts'

export { baseContract } from './base-contract.ts'
export { renderDiff, verdict } from './report.ts'

/** What changed from one contract to another, and whether the version says so. */
export interface ContractDiff {
  changes: Change[]
  step: VersionStep
}

/** Compares two contract files: by `redocly diff`, and by the own check for what that under-rates. */
export async function diffContracts(baseFile: string, file: string): Promise<ContractDiff> {
  const base: Contract = await readContract(baseFile)
  const revision: Contract = await readContract(file)
  const changes = mergeChanges(await redoclyDiff(baseFile, base, file, revision), compareContracts(base, revision))
  return { changes, step: versionStep(base.info.version, revision.info.version, worstOf(changes)) }
}
