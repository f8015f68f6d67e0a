import { groups } from '../clause.ts'
import type { ClauseReport, Report, Verdict } from '../report.ts'
import type { RenderOptions } from './index.ts'
import { costLine, endLines, findingLine, moreLine, outcome, placeOf, summaryLine, titleLine } from './words.ts'

const marks: Record<Verdict, string> = { held: '✅', violated: '❌', advisory: '⚠️', 'not exercised': '➖' }

/** The report as Markdown, for a pull request or a job summary: what is broken first, then every clause. */
export function renderMarkdown(report: Report, { failOn }: RenderOptions = {}): string {
  const { mark, words } = outcome(report, failOn)
  const broken = report.clauses.filter(({ verdict }) => verdict === 'violated' || verdict === 'advisory')
  const sections = [
    `## ${mark} ${words}`,
    escapeCell(titleLine(report)),
    `**${summaryLine(report)}.** ${costLine(report)}.`,
    ...endLines(report).map(escapeCell),
    ...broken.map(details),
    '| | Clause | The contract says | Evidence |\n| --- | --- | --- | --- |',
  ]
  const rows = groups.flatMap((group) => report.clauses.filter((clause) => clause.group === group).map(row))
  return `${sections.join('\n\n')}\n${rows.join('\n')}\n`
}

function details(clause: ClauseReport): string {
  const findings = clause.findings.map((finding) =>
    [
      `- ${escapeCell(findingLine(finding))}`,
      `  in ${code(placeOf(finding))}, contract ${code(finding.statement)} (${finding.evidence})`,
      '',
      ...finding.exchanges.map(({ curl }) => `      ${curl}`),
    ].join('\n'),
  )
  return [
    `### ${marks[clause.verdict]} \`${clause.id}\` ${clause.verdict}`,
    `${escapeCell(clause.says)}.${clause.reason ? ` ${escapeCell(clause.reason)}.` : ''}`,
    ...findings,
    ...(clause.more > 0 ? [moreLine(clause)] : []),
  ].join('\n\n')
}

function row({ id, says, reason, verdict, evidence }: ClauseReport): string {
  const note = verdict === 'not exercised' && reason ? `<br>_not exercised: ${escapeCell(reason)}_` : ''
  return `| ${marks[verdict]} | \`${id}\` | ${escapeCell(says)}${note} | ${evidence} |`
}

/** Text without markup of its own: no tag, no link, and nobody who is called by an @. */
const escapeCell = (text: string) =>
  text
    .replace(/[\\|`*_~<>[\]#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('://', '&#58;//')
    .replace(/www\./gi, (word) => `${word.slice(0, -1)}&#46;`)
    .replaceAll('@', '&#64;')

/** A code span, in a fence longer than any that its text holds. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${text} ${fence}` : fence + text + fence
}
