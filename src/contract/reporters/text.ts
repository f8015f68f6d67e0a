import { styleText } from 'node:util'
import { groups } from '../clause.ts'
import type { ClauseReport, FindingReport, Report, Verdict } from '../report.ts'
import type { RenderOptions } from './index.ts'
import { costLine, endLines, moreLine, placeOf, summaryLine, titleLine } from './words.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const marks: Record<Verdict, [mark: string, style: Style]> = {
  held: ['✓', 'green'],
  violated: ['✗', 'red'],
  advisory: ['!', 'yellow'],
  'not exercised': ['–', 'dim'],
}

/** A report to read in a terminal: grouped, the broken clauses with all that is needed to see it for oneself. */
export function renderText(report: Report, { colour = false }: RenderOptions): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
  const width = Math.max(...report.clauses.map(({ id }) => id.length))
  const sections = groups.flatMap((group) => {
    const clauses = report.clauses.filter((clause) => clause.group === group)
    return clauses.length > 0
      ? [[paint('bold', group), ...clauses.flatMap((clause) => lines(clause, width, paint))]]
      : []
  })
  const outcome = report.summary.violated > 0 ? 'violated' : report.summary.advisory > 0 ? 'advisory' : 'held'
  const summary = `${paint(marks[outcome][1], summaryLine(report))}. ${costLine(report)}.`
  return `${[[titleLine(report)], ...sections, [...endLines(report), summary]].map((section) => section.join('\n')).join('\n\n')}\n`
}

function lines(clause: ClauseReport, width: number, paint: Paint): string[] {
  const [mark, style] = marks[clause.verdict]
  const says = clause.verdict === 'not exercised' ? clause.reason : clause.says
  const label = `  ${paint(style, mark)} ${clause.id.padEnd(width)} `
  const note = clause.reason && clause.verdict !== 'not exercised' ? [`      ${clause.reason}`] : []
  return [
    `${label}${clause.verdict === 'held' || clause.verdict === 'not exercised' ? paint('dim', says ?? '') : says}`,
    ...note,
    ...clause.findings.flatMap((finding) => findingLines(finding, paint)),
    ...(clause.more > 0 ? [`      ${paint('dim', moreLine(clause))}`] : []),
  ]
}

function findingLines(finding: FindingReport, paint: Paint): string[] {
  const row = (label: string, text: string) => `      ${paint('dim', label.padEnd(9))} ${text}`
  const curl = [...new Set(finding.exchanges.map((exchange) => exchange.curl))]
  return [
    row('expected', finding.expected),
    row('got', paint(marks[finding.severity][1], finding.actual)),
    row('in', placeOf(finding)),
    row('contract', `${finding.statement} (${finding.evidence})`),
    ...curl.map((line, index) => row(index === 0 ? 'repeat' : '', line)),
    '',
  ]
}
