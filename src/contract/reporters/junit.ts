import { groups, type Severity } from '../clause.ts'
import type { ClauseReport, DiagnosisReport, Report } from '../report.ts'
import { escapeMarkup } from './escape.ts'
import type { RenderOptions } from './render-options.ts'
import { endLines, explainedBy, findingLine, moreLine, namesIn, placeOf } from './words.ts'

/** The report as JUnit XML, which CI servers show as tests: a suite a group, a case a clause. */
export function renderJunit(report: Report, { failOn = 'violated' }: RenderOptions): string {
  const nameOf = namesIn(report)
  const cases = (clauses: ClauseReport[]) => clauses.map((clause) => testcase(clause, nameOf(clause), failOn))
  const suites = groups.flatMap((group) => {
    const clauses = report.clauses.filter((clause) => clause.group === group)
    return clauses.length > 0 ? [suite(group, clauses, cases(clauses), failOn)] : []
  })
  const { tests, failures, skipped } = counts(report.clauses, failOn)
  const attributes = `name="opencopilot-chat verify" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}" time="${report.duration / 1000}" timestamp="${report.startedAt}"`
  // JUnit has a place for words in a suite alone.
  const words = [...endLines(report), ...report.diagnoses.flatMap((diagnosis) => causeLines(diagnosis, report))]
  const said =
    words.length > 0
      ? [`  <testsuite name="verify" tests="0"><system-out>${escapeMarkup(words.join('\n'))}</system-out></testsuite>`]
      : []
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${[...said, ...suites].join('\n')}\n</testsuites>\n`
}

const causeLines = (diagnosis: DiagnosisReport, report: Report): string[] => [
  `${diagnosis.id}: ${diagnosis.says}`,
  `  explains ${explainedBy(diagnosis, report).map(namesIn(report)).join(', ')}`,
  ...diagnosis.exchanges.map(({ curl }) => `  repeat ${curl}`),
]

function counts(clauses: ClauseReport[], failOn: Severity) {
  return {
    tests: clauses.length,
    failures: clauses.filter((clause) => fails(clause, failOn)).length,
    skipped: clauses.filter(({ verdict }) => verdict === 'not exercised').length,
  }
}

const fails = ({ verdict }: ClauseReport, failOn: Severity) =>
  verdict === 'violated' || (verdict === 'advisory' && failOn === 'advisory')

function suite(name: string, clauses: ClauseReport[], cases: string[], failOn: Severity): string {
  const { tests, failures, skipped } = counts(clauses, failOn)
  return `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}">\n${cases.join('\n')}\n  </testsuite>`
}

function testcase(clause: ClauseReport, name: string, failOn: Severity): string {
  const attributes = `classname="${clause.group}" name="${escapeMarkup(`${name}: ${clause.says}`)}"`
  const inner = outcome(clause, failOn)
  return inner ? `    <testcase ${attributes}>\n${inner}\n    </testcase>` : `    <testcase ${attributes}/>`
}

function outcome(clause: ClauseReport, failOn: Severity): string | undefined {
  if (clause.verdict === 'not exercised') return `      <skipped message="${escapeMarkup(clause.reason ?? '')}"/>`
  if (clause.verdict === 'held') return undefined
  const body = [
    ...(clause.explainedBy ? [`explained by ${clause.explainedBy}`] : []),
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
  return `      <failure type="${clause.verdict}" message="${escapeMarkup(headline(clause))}">${escapeMarkup(body)}</failure>`
}

/** What a list of failures shows of one. */
function headline({ explainedBy, findings: [first], says }: ClauseReport): string {
  const line = first ? findingLine(first) : says
  return explainedBy ? `explained by ${explainedBy}: ${line}` : line
}
