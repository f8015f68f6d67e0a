import type { ClauseReport, Report } from '../report.ts'
import type { RenderOptions } from './index.ts'
import { costLine, endLines, findingLine, placeOf, summaryLine } from './words.ts'

/** The report as workflow commands of GitHub Actions: an annotation for each clause that did not hold. */
export function renderGithub(report: Report, { failOn = 'violated' }: RenderOptions): string {
  const annotations = report.clauses.flatMap((clause) => {
    if (clause.verdict !== 'violated' && clause.verdict !== 'advisory') return []
    const level = clause.verdict === 'violated' || failOn === 'advisory' ? 'error' : 'warning'
    return [`::${level} title=${property(`${clause.id} ${clause.verdict}`)}::${data(message(clause))}`]
  })
  return `${[...annotations, `::notice title=Contract::${data([...endLines(report), `${summaryLine(report)}. ${costLine(report)}.`].join('\n'))}`].join('\n')}\n`
}

function message({ says, reason, findings }: ClauseReport): string {
  const details = findings.map((finding) => `${findingLine(finding)}\nin ${placeOf(finding)}`)
  const repeat = findings[0]?.exchanges.at(-1)?.curl
  return [says, reason, ...details, repeat].filter(Boolean).join('\n')
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
