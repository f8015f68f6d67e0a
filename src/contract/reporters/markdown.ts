import { groups } from '../clause.ts'
import type { ClauseReport, DiagnosisReport, Report, Verdict } from '../report.ts'
import { outcome } from './outcome.ts'
import type { RenderOptions } from './render-options.ts'
import {
  costLine,
  endLines,
  explainedBy,
  findingLine,
  moreLine,
  namesIn,
  placeOf,
  statementsOf,
  summaryLine,
  titleLine,
  verdictOf,
} from './words.ts'

const marks: Record<Verdict, string> = { held: '✅', violated: '❌', advisory: '⚠️', 'not exercised': '➖' }

/** The report as Markdown, for a pull request or a job summary: what is broken first, then every clause. */
export function renderMarkdown(report: Report, { failOn }: RenderOptions = {}): string {
  const { mark, words } = outcome(report, failOn)
  const nameOf = namesIn(report)
  const open = report.clauses.filter(({ explainedBy }) => explainedBy === undefined)
  const broken = (['violated', 'advisory'] as const).flatMap((verdict) =>
    open.filter((each) => each.verdict === verdict),
  )
  const sections = [
    `## ${mark} ${words}`,
    escapeCell(titleLine(report)),
    `**${summaryLine(report)}.** ${costLine(report)}.`,
    ...endLines(report).map(escapeCell),
    ...report.diagnoses.map((diagnosis) => cause(diagnosis, report)),
    ...broken.map((clause) => details(clause, nameOf(clause))),
    '| | Clause | The contract says | Evidence |\n| --- | --- | --- | --- |',
  ]
  const rows = groups.flatMap((group) =>
    report.clauses.filter((clause) => clause.group === group).map((clause) => row(clause, nameOf(clause))),
  )
  return `${sections.join('\n\n')}\n${rows.join('\n')}\n`
}

function cause(diagnosis: DiagnosisReport, report: Report): string {
  const names = explainedBy(diagnosis, report).map((clause) => code(namesIn(report)(clause)))
  return [
    `### ${marks[verdictOf(diagnosis, report)]} ${code(diagnosis.id)}`,
    `${escapeCell(diagnosis.says)}.`,
    ...diagnosis.exchanges.map(({ curl }) => `    ${curl}`),
    `Explains ${names.join(', ')}; contract ${statementsOf(diagnosis, report).map(code).join(', ')}.`,
  ].join('\n\n')
}

function details(clause: ClauseReport, name: string): string {
  const findings = clause.findings.map((finding) =>
    [
      `- ${escapeCell(findingLine(finding))}`,
      `  in ${code(placeOf(finding))}, contract ${code(finding.statement)} (${finding.evidence})`,
      '',
      ...finding.exchanges.map(({ curl }) => `      ${curl}`),
    ].join('\n'),
  )
  return [
    `### ${marks[clause.verdict]} \`${name}\` ${clause.verdict}`,
    `${escapeCell(clause.says)}.${clause.reason ? ` ${escapeCell(clause.reason)}.` : ''}`,
    ...findings,
    ...(clause.more > 0 ? [moreLine(clause)] : []),
  ].join('\n\n')
}

function row({ says, reason, verdict, evidence, explainedBy }: ClauseReport, name: string): string {
  const notes = [
    ...(verdict === 'not exercised' && reason ? [`not exercised: ${reason}`] : []),
    ...(explainedBy ? [`explained by ${explainedBy}`] : []),
  ]
  const note = notes.map((words) => `<br>_${escapeCell(words)}_`).join('')
  return `| ${marks[verdict]} | \`${name}\` | ${escapeCell(says)}${note} | ${evidence} |`
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
