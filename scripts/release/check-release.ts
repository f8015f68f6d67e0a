import type { Entry } from './changelog.ts'

/** Everything that says which version this is. */
export interface ReleaseFacts {
  packageVersion: string
  contractVersion: string
  entries: Entry[]
  /** Where package.json says that the sources are: provenance holds only for the repository that a package came from. */
  repository: string
  /** The README to publish; absent while there is none. */
  readme?: string | undefined
  /** The git tag that asks for the release; absent while there is none. */
  tag?: string | undefined
}

/** Stands for the owner of the repository until it is known. */
const placeholder = 'your-organization/'

/** What the README says until the package can be installed from the registry. */
const unpublished = 'is not on the registry yet'

/** What keeps this version from being released, one line each. */
export function releaseProblems({
  packageVersion,
  contractVersion,
  entries,
  repository,
  readme,
  tag,
}: ReleaseFacts): string[] {
  const entry = entries.find(({ version }) => version === packageVersion)
  const problems = {
    [`package.json says ${packageVersion}, openapi/openapi.yaml says ${contractVersion}`]:
      packageVersion !== contractVersion,
    [`the tag is ${tag}, but package.json says ${packageVersion}: the tag must be v${packageVersion}`]:
      tag !== undefined && tag !== `v${packageVersion}`,
    [`CHANGELOG.md has no entry for ${packageVersion}`]: !entry,
    [`CHANGELOG.md gives ${packageVersion} no date`]: entry !== undefined && !entry.date,
    [`CHANGELOG.md says nothing of ${packageVersion}`]: entry?.text === '',
    'package.json does not name the repository': repository === '' || repository.includes(placeholder),
    'there is no README.md': readme === undefined,
    [`README.md has the placeholder ${placeholder}: name the repository`]: readme?.includes(placeholder) === true,
    [`README.md says that the package ${unpublished}`]: readme?.includes(unpublished) === true,
  }
  return Object.entries(problems).flatMap(([problem, isThere]) => (isThere ? [problem] : []))
}
