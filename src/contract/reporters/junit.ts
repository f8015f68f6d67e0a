import { groups, type Severity } from '../clause.ts'
import type { ClauseReport, Report } from '../report.ts'
import { escapeMarkup } from './escape.ts'
import type { RenderOptions } from './index.ts'
import { endLines, findingLine, moreLine, placeOf } from './words.ts'

/** The report as JUnit XML, which CI servers show as tests: a suite a group, a case a clause. */
export function renderJunit(report: Report, { failOn = 'violated' }: RenderOptions): string {
  const suites = groups.flatMap((group) => {
    const clauses = report.clauses.filter((clause) => clause.group === group)
    return clauses.length > 0 ? [suite(group, clauses, failOn)] : []
  })
  const { tests, failures, skipped } = counts(report.clauses, failOn)
  const attributes = `name="opencopilot-chat verify" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" time="${report.duration / 1000}" timestamp="${report.startedAt}"`
  // JUnit has a place for words in a suite alone.
  const ended = endLines(report).map(
    (line) => `  <testsuite name="verify" tests="0"><system-out>${escapeMarkup(line)}</system-out></testsuite>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${[...suites, ...ended].join('\n')}\n</testsuites>\n`
}

function counts(clauses: ClauseReport[], failOn: Severity) {
  return {
    tests: clauses.length,
    failures: clauses.filter((clause) => fails(clause, failOn)).length,
    skipped: clauses.filter(({ verdict }) => verdict === 'not exercised').length,
  }
}

const fails = ({ verdict }: ClauseReport, failOn: Severity) =>
  verdict === 'violated' || (verdict === 'advisory' && failOn === 'advisory')

function suite(name: string, clauses: ClauseReport[], failOn: Severity): string {
  const { tests, failures, skipped } = counts(clauses, failOn)
  const cases = clauses.map((clause) => testcase(clause, failOn)).join('\n')
  return `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}">\n${cases}\n  </testsuite>`
}

function testcase(clause: ClauseReport, failOn: Severity): string {
  const attributes = `classname="${clause.group}" name="${escapeMarkup(`${clause.id}: ${clause.says}`)}"`
  const inner = outcome(clause, failOn)
  return inner ? `    <testcase ${attributes}>\n${inner}\n    </testcase>` : `    <testcase ${attributes}/>`
}

function outcome(clause: ClauseReport, failOn: Severity): string | undefined {
  if (clause.verdict === 'not exercised') return `      <skipped message="${escapeMarkup(clause.reason ?? '')}"/>`
  if (clause.verdict === 'held') return undefined
  const body = [
    ...(clause.reason ? [clause.reason] : []),
    ...clause.findings.flatMap((finding) => [
      findingLine(finding),
      `  in ${placeOf(finding)}`,
      `  contract ${finding.statement} (${finding.evidence})`,
      ...finding.exchanges.map(({ curl }) => `  repeat ${curl}`),
    ]),
    ...(clause.more > 0 ? [moreLine(clause)] : []),
  ].join('\n')
  if (!fails(clause, failOn)) return `      <system-out>${escapeMarkup(`advisory\n${body}`)}</system-out>`
  const [first] = clause.findings
  return `      <failure type="${clause.verdict}" message="${escapeMarkup(first ? findingLine(first) : clause.says)}">${escapeMarkup(body)}</failure>`
}
