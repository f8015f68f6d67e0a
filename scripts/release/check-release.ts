import type { Entry } from './changelog.ts'

/** Everything that says which version this is. */
export interface ReleaseFacts {
  packageVersion: string
  contractVersion: string
  entries: Entry[]
  /** Whether there is a README to publish. */
  hasReadme: boolean
  /** The git tag that asks for the release; absent while there is none. */
  tag?: string | undefined
}

/** What keeps this version from being released, one line each. */
export function releaseProblems({ packageVersion, contractVersion, entries, hasReadme, tag }: ReleaseFacts): string[] {
  const entry = entries.find(({ version }) => version === packageVersion)
  const problems = {
    [`package.json says ${packageVersion}, openapi/openapi.yaml says ${contractVersion}`]:
      packageVersion !== contractVersion,
    [`the tag is ${tag}, but package.json says ${packageVersion}: the tag must be v${packageVersion}`]:
      tag !== undefined && tag !== `v${packageVersion}`,
    [`CHANGELOG.md has no entry for ${packageVersion}`]: !entry,
    [`CHANGELOG.md gives ${packageVersion} no date`]: entry !== undefined && !entry.date,
    [`CHANGELOG.md says nothing of ${packageVersion}`]: entry?.text === '',
    'there is no README.md': !hasReadme,
  }
  return Object.entries(problems).flatMap(([problem, isThere]) => (isThere ? [problem] : []))
}
