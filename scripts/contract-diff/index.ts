import { type Contract, readContract } from '../generate/contract.ts'
import { type Change, worstOf } from './change.ts'
import { compareContracts } from './compare.ts'
import { mergeChanges } from './merge.ts'
import { placeOf } from './place-of.ts'
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
  const own = compareContracts(base, revision)
  const found = (await redoclyDiff(baseFile, base, file, revision)).map(({ side, ...finding }) => ({
    ...finding,
    place: own.nameOf(side, finding.pointer) ?? placeOf(finding.pointer),
  }))
  const changes = mergeChanges(found, own.changes())
  return { changes, step: versionStep(base.info.version, revision.info.version, worstOf(changes)) }
}
