import type { Impact } from './change.ts'

type Version = [major: number, minor: number, patch: number]

/** What the versions of two contracts have to say to the changes between them. */
export interface VersionStep {
  from: string
  to: string
  /** The lowest version that declares the changes. */
  needed: string
  /** Whether `to` declares them. Words and examples alone may wait for the next release. */
  declared: boolean
}

/**
 * The version step that an impact needs. Before 1.0.0 a breaking change takes a minor step and everything else a patch
 * step, as npm's ranges read such versions.
 */
export function versionStep(from: string, to: string, impact: Impact | undefined): VersionStep {
  const [base, revision] = [parse(from), parse(to)]
  const needed = impact ? step(base, impact) : base
  const declared = impact === 'patch' ? compare(revision, base) >= 0 : compare(revision, needed) >= 0
  return { from, to, needed: needed.join('.'), declared }
}

function step([major, minor, patch]: Version, impact: Impact): Version {
  if (major === 0) return impact === 'major' ? [0, minor + 1, 0] : [0, minor, patch + 1]
  if (impact === 'major') return [major + 1, 0, 0]
  return impact === 'minor' ? [major, minor + 1, 0] : [major, minor, patch + 1]
}

function parse(version: string): Version {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version) ?? []
  if (patch === undefined) throw new Error(`info.version "${version}" is not a semantic version, for example 1.2.3`)
  return [Number(major), Number(minor), Number(patch)]
}

function compare(one: Version, other: Version): number {
  for (const at of [0, 1, 2] as const) if (one[at] !== other[at]) return one[at] - other[at]
  return 0
}
