import { type Change, type Impact, impacts } from './change.ts'
import type { VersionStep } from './version-step.ts'

const marks: Record<Impact, string> = { major: '🔴 major', minor: '🟡 minor', patch: '⚪ patch' }

/** What changed in a contract and what version that needs, as Markdown for a pull request or a job summary. */
export function renderDiff(changes: Change[], step: VersionStep): string {
  const heading = `## ${step.declared ? '✅' : '❌'} Contract ${step.from} → ${step.to}`
  if (changes.length === 0) return `${heading}\n\n${verdict(changes, step)}\n`
  const counts = [...impacts]
    .reverse()
    .map((impact) => `${changes.filter((change) => change.impact === impact).length} ${impact}`)
  const rows = changes.map(
    ({ impact, place, what, why }) => `| ${[marks[impact], place, what, why ?? ''].map(cell).join(' | ')} |`,
  )
  const table = ['| Impact | Where | What | Why |', '| --- | --- | --- | --- |', ...rows]
  return `${heading}\n\n**${counts.join(', ')}.** ${verdict(changes, step)}\n\n${table.join('\n')}\n`
}

/** The outcome in one sentence. */
export function verdict(changes: Change[], { from, to, needed, declared }: VersionStep): string {
  if (!declared && changes.length === 0) return `info.version went back from ${from} to ${to}.`
  if (changes.length === 0) return 'Nothing changed.'
  if (!declared) return `These changes need version ${needed} or above, but info.version says ${to}.`
  if (to === from) return `Words and examples alone: version ${needed} can wait for the next release.`
  return `Version ${to} declares these changes; ${needed} is the least that would.`
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
