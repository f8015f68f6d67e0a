import { groups } from '../clause.ts'
import type { ClauseReport, FindingReport, Report } from '../report.ts'
import { escapeMarkup as text } from './escape.ts'
import type { RenderOptions } from './index.ts'
import { costLine, endLines, moreLine, outcome, placeOf, summaryLine, titleLine } from './words.ts'

/** The report as one HTML page that asks nothing of the network, light or dark as the reader has it. */
export function renderHtml(report: Report, { failOn }: RenderOptions = {}): string {
  const sections = groups.flatMap((group) => {
    const clauses = report.clauses.filter((clause) => clause.group === group)
    return clauses.length > 0 ? [`<h2>${text(group)}</h2>\n<ul>\n${clauses.map(item).join('\n')}\n</ul>`] : []
  })
  const { words: heading } = outcome(report, failOn)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(heading)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(heading)}</h1>
<p>${text(titleLine(report))}</p>
<p><strong>${text(summaryLine(report))}.</strong> ${text(costLine(report))}, begun ${text(report.startedAt)}.</p>
${endLines(report)
  .map((line) => `<p>${text(line)}</p>\n`)
  .join('')}${sections.join('\n')}
</main>
</body>
</html>
`
}

function item(clause: ClauseReport): string {
  const verdict = `<span class="verdict ${clause.verdict.replace(' ', '-')}">${text(clause.verdict)}</span>`
  const head = `${verdict} <code>${text(clause.id)}</code> ${text(clause.says)}`
  const reason = clause.reason ? `<p class="note">${text(clause.reason)}</p>` : ''
  if (clause.findings.length === 0) return `<li>${head}${reason}</li>`
  const more = clause.more > 0 ? `<p class="note">${text(moreLine(clause))}</p>` : ''
  return `<li><details${clause.verdict === 'violated' ? ' open' : ''}><summary>${head}</summary>${reason}${clause.findings.map(finding).join('')}${more}</details></li>`
}

function finding(found: FindingReport): string {
  const { expected, actual, statement, evidence, exchanges } = found
  return `<dl>
<dt>Expected</dt><dd>${text(expected)}</dd>
<dt>Got</dt><dd>${text(actual)}</dd>
<dt>In</dt><dd><code>${text(placeOf(found))}</code></dd>
<dt>Contract</dt><dd><code>${text(statement)}</code> (${text(evidence)})</dd>
<dt>Repeat</dt><dd>${exchanges.map(({ curl }) => `<pre>${text(curl)}</pre>`).join('')}</dd>
</dl>`
}

const style = `
:root { color-scheme: light dark; --line: #8884; --held: #1a7f37; --violated: #c2222b; --advisory: #8a5a00; --quiet: #59636e }
@media (prefers-color-scheme: dark) { :root { --held: #56c271; --violated: #ff7b72; --advisory: #e3b341; --quiet: #9aa4af } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; text-transform: capitalize }
ul { list-style: none; margin: 0; padding: 0 }
li { border-top: 1px solid var(--line); padding: .5rem 0 }
summary { cursor: pointer }
code, pre { font: .85rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
pre { margin: 0; padding: .5rem; background: #8881; white-space: pre-wrap; border-radius: 4px }
dl { display: grid; grid-template-columns: 6rem 1fr; gap: .25rem .75rem; margin: .75rem 0 1rem }
dt { color: var(--quiet) }
dd { margin: 0; min-width: 0 }
.note { margin: .25rem 0; color: var(--quiet) }
.verdict { display: inline-block; min-width: 6.5rem; font-weight: 600 }
.held { color: var(--held) } .violated { color: var(--violated) } .advisory { color: var(--advisory) } .not-exercised { color: var(--quiet) }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } .verdict { display: block } }
`
