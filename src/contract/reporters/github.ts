import type { ClauseReport, DiagnosisReport, Report } from '../report.ts'
import type { RenderOptions } from './render-options.ts'
import {
  costLine,
  endLines,
  explainedBy,
  findingLine,
  namesIn,
  placeOf,
  summaryLine,
  verdictOf,
  violatedLines,
} from './words.ts'

/** The report as workflow commands of GitHub Actions: an annotation for each cause, and for each clause that none explains. */
export function renderGithub(report: Report, { failOn = 'violated' }: RenderOptions): string {
  const nameOf = namesIn(report)
  const level = (verdict: 'violated' | 'advisory') =>
    verdict === 'violated' || failOn === 'advisory' ? 'error' : 'warning'
  const causes = report.diagnoses.map((diagnosis) => {
    const verdict = verdictOf(diagnosis, report)
    return annotation(level(verdict), `${diagnosis.id} ${verdict}`, causeMessage(diagnosis, report))
  })
  const annotations = report.clauses.flatMap((clause) => {
    const { verdict, explainedBy } = clause
    if ((verdict !== 'violated' && verdict !== 'advisory') || explainedBy !== undefined) return []
    return [annotation(level(verdict), `${nameOf(clause)} ${verdict}`, message(clause))]
  })
  const end = [...endLines(report), ...violatedLines(report), `${summaryLine(report)}. ${costLine(report)}.`]
  return `${[...causes, ...annotations, annotation('notice', 'Contract', end.join('\n'))].join('\n')}\n`
}

const annotation = (level: string, title: string, text: string) => `::${level} title=${property(title)}::${data(text)}`

function causeMessage(diagnosis: DiagnosisReport, report: Report): string {
  const names = explainedBy(diagnosis, report).map(namesIn(report))
  const repeat = diagnosis.exchanges.at(-1)?.curl
  return [diagnosis.says, `explains ${names.join(', ')}`, repeat].filter(Boolean).join('\n')
}

function message({ says, reason, findings }: ClauseReport): string {
  const details = findings.map((finding) => `${findingLine(finding)}\nin ${placeOf(finding)}`)
  const repeat = findings[0]?.exchanges.at(-1)?.curl
  return [says, reason, ...details, repeat].filter(Boolean).join('\n')
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
