import { styleText } from 'node:util'
import { wrap } from '../../text/wrap.ts'
import { groups } from '../clause.ts'
import type { ClauseReport, DiagnosisReport, ExchangeReport, FindingReport, Report, Verdict } from '../report.ts'
import type { RenderOptions } from './render-options.ts'
import {
  actualOf,
  costLine,
  endLines,
  explainedBy,
  moreLine,
  namesIn,
  placeOf,
  statementsOf,
  summaryLine,
  titleLine,
  verdictOf,
  violatedLines,
} from './words.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const marks: Record<Verdict, [mark: string, style: Style]> = {
  held: ['✓', 'green'],
  violated: ['✗', 'red'],
  advisory: ['!', 'yellow'],
  'not exercised': ['–', 'dim'],
}

/** Where lines end, but for what is to be copied whole. */
const columns = 80

/** A report to read in a terminal: causes first, then what is violated with all that is needed to see it for oneself, then the rest by groups. */
export function renderText(report: Report, { colour = false }: RenderOptions): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text)
  const nameOf = namesIn(report)
  const width = Math.max(...report.clauses.map((clause) => nameOf(clause).length))
  const section = (title: string, clauses: ClauseReport[]) =>
    clauses.length > 0
      ? [[paint('bold', title), ...clauses.flatMap((clause) => lines(clause, nameOf(clause).padEnd(width), paint))]]
      : []
  const open = report.clauses.filter(({ explainedBy }) => explainedBy === undefined)
  const violated = open.filter(({ verdict }) => verdict === 'violated')
  const rest = open.filter(({ verdict }) => verdict !== 'violated')
  const outcome = report.summary.violated > 0 ? 'violated' : report.summary.advisory > 0 ? 'advisory' : 'held'
  const summary = `${paint(marks[outcome][1], summaryLine(report))}. ${costLine(report)}.`
  const sections = [
    wrap(titleLine(report), columns),
    ...(report.diagnoses.length > 0
      ? [[paint('bold', 'cause'), ...report.diagnoses.flatMap((each) => causeLines(each, report, paint))]]
      : []),
    ...section('violated', violated),
    ...groups.flatMap((group) =>
      section(
        group,
        rest.filter((clause) => clause.group === group),
      ),
    ),
    [...[...endLines(report), ...violatedLines(report)].flatMap((line) => hanging('', line, '  ')), summary],
  ]
  return `${sections.map((lines) => lines.join('\n').trimEnd()).join('\n\n')}\n`
}

/** A text behind a label, its further lines below its beginning. */
function hanging(label: string, text: string, indent: string, paintText: (text: string) => string = String): string[] {
  return wrap(text, columns - Math.max(label.length, indent.length)).map(
    (line, index) => (index === 0 ? label : indent) + paintText(line),
  )
}

/** A cause, with the clauses that it explains in a line each. */
function causeLines(diagnosis: DiagnosisReport, report: Report, paint: Paint): string[] {
  const nameOf = namesIn(report)
  const [mark, style] = marks[verdictOf(diagnosis, report)]
  const label = `  ${mark} `
  const [first = '', ...others] = hanging(label, `${diagnosis.id}: ${diagnosis.says}`, '    ')
  return [
    paint(style, first),
    ...others.map((line) => paint(style, line)),
    ...row('contract', statementsOf(diagnosis, report).join(', '), paint),
    ...repeatLines(diagnosis.exchanges, paint),
    ...row(
      'explains',
      explainedBy(diagnosis, report)
        .map((clause) => (clause.verdict === 'advisory' ? `${nameOf(clause)} (advisory)` : nameOf(clause)))
        .join(', '),
      paint,
    ),
    '',
  ]
}

function lines(clause: ClauseReport, name: string, paint: Paint): string[] {
  const [mark, style] = marks[clause.verdict]
  const isQuiet = clause.verdict === 'held' || clause.verdict === 'not exercised'
  const says = (clause.verdict === 'not exercised' && clause.reason) || clause.says
  const shade = (text: string) => (isQuiet ? paint('dim', text) : text)
  return [
    ...headLines(`  ${paint(style, mark)} ${name} `, 5 + name.length, says, shade),
    ...(clause.reason && clause.verdict !== 'not exercised' ? hanging('      ', clause.reason, '      ') : []),
    ...clause.findings.flatMap((finding) => findingLines(finding, paint)),
    ...(clause.more > 0 ? [`      ${paint('dim', moreLine(clause))}`] : []),
  ]
}

/** What a clause says stands behind its name, or below where names with their operations leave it less than half of the line. */
function headLines(head: string, width: number, says: string, shade: (text: string) => string): string[] {
  if (width > columns / 2) return [head.trimEnd(), ...hanging('      ', says, '      ', shade)]
  const [first = '', ...others] = wrap(says, columns - width)
  return [head + shade(first), ...others.map((line) => ' '.repeat(width) + shade(line))]
}

const label = (name: string, paint: Paint) => `      ${paint('dim', name.padEnd(9))} `

/** A label and what stands behind it. */
const row = (name: string, text: string, paint: Paint, style?: Style): string[] =>
  wrap(text, columns - 16).map(
    (line, index) => label(index === 0 ? name : '', paint) + (style ? paint(style, line) : line),
  )

function findingLines(finding: FindingReport, paint: Paint): string[] {
  return [
    ...row('expected', finding.expected, paint),
    ...row('got', actualOf(finding), paint, marks[finding.severity][1]),
    ...row('in', placeOf(finding), paint),
    ...row('contract', `${finding.statement} (${finding.evidence})`, paint),
    ...repeatLines(finding.exchanges, paint),
    '',
  ]
}

/** What is to be copied stays in one line. */
const repeatLines = (exchanges: readonly ExchangeReport[], paint: Paint): string[] =>
  [...new Set(exchanges.map(({ curl }) => curl))].map((line, index) => label(index === 0 ? 'repeat' : '', paint) + line)
