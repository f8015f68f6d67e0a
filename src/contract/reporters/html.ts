import { groups } from '../clause.ts'
import type { ClauseReport, FindingReport, Report } from '../report.ts'
import { escapeMarkup as text } from './escape.ts'
import type { RenderOptions } from './index.ts'
import { costLine, endLines, moreLine, outcome, placeOf, summaryLine, titleLine } from './words.ts'

/** The report as one HTML page that asks nothing of the network, light or dark as the reader has it. */
export function renderHtml(report: Report, { failOn }: RenderOptions = {}): string {
  const violated = report.clauses.filter(({ verdict }) => verdict === 'violated')
  // What is wrong comes first, and once: the groups hold the rest.
  const sections = [
    section('violated', violated),
    ...groups.map((group) =>
      section(
        group,
        report.clauses.filter((clause) => clause.group === group && clause.verdict !== 'violated'),
      ),
    ),
  ]
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
<h1 class="${violated.length > 0 ? 'violated' : 'held'}">${text(heading)}</h1>
<p class="target">${text(report.target.baseUrl)}</p>
<p>${text(titleLine(report))}</p>
<p><strong>${text(summaryLine(report))}.</strong> ${text(costLine(report))}, begun ${text(report.startedAt)}.</p>
${endLines(report)
  .map((line) => `<p>${text(line)}</p>\n`)
  .join('')}${jumps(violated)}
${sections.filter(Boolean).join('\n')}
</main>
</body>
</html>
`
}

const section = (title: string, clauses: readonly ClauseReport[]): string =>
  clauses.length > 0 ? `<h2>${text(title)}</h2>\n<ul>\n${clauses.map(item).join('\n')}\n</ul>` : ''

/** Links to each violation. */
const jumps = (violated: readonly ClauseReport[]): string =>
  violated.length > 1
    ? `<nav aria-label="Violations"><ul>${violated.map(({ id, says }) => `<li><a href="#${text(id)}"><code>${text(id)}</code></a> ${text(says)}</li>`).join('')}</ul></nav>`
    : ''

function item(clause: ClauseReport): string {
  const verdict = `<span class="verdict ${clause.verdict.replace(' ', '-')}">${text(clause.verdict)}</span>`
  const head = `<span class="head">${verdict} <code>${text(clause.id)}</code> <span>${text(clause.says)}</span></span>`
  const reason = clause.reason ? `<p class="note">${text(clause.reason)}</p>` : ''
  if (clause.findings.length === 0) return `<li id="${text(clause.id)}">${head}${reason}</li>`
  const more = clause.more > 0 ? `<p class="note">${text(moreLine(clause))}</p>` : ''
  return `<li id="${text(clause.id)}"><details${clause.verdict === 'violated' ? ' open' : ''}><summary>${head}</summary>${reason}${clause.findings.map(finding).join('')}${more}</details></li>`
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
body { background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif; margin: 0 }
a { color: LinkText }
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
.verdict { font-weight: 600 }
.head { display: grid; grid-template-columns: 7rem 16rem 1fr; gap: 0 .75rem; align-items: baseline }
li:target { outline: 2px solid var(--violated); outline-offset: 4px }
li > .head { padding-left: 1.25rem }
summary { display: grid; grid-template-columns: 1.25rem 1fr; align-items: baseline }
summary::-webkit-details-marker { display: none }
summary::before { content: '▸' } details[open] > summary::before { content: '▾' }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.2; margin: 0 }
.target { font-size: 1.25rem; font-weight: 600; margin: .25rem 0 1rem; overflow-wrap: anywhere }
p { overflow-wrap: anywhere }
nav { border-left: 3px solid var(--violated); padding-left: 1rem }
nav li { border: 0; padding: .125rem 0 }
.held { color: var(--held) } .violated { color: var(--violated) } .advisory { color: var(--advisory) } .not-exercised { color: var(--quiet) }
@media (max-width: 50rem) { dl, .head { grid-template-columns: 1fr } }
@media print { :root { color-scheme: light; --held: #1a7f37; --violated: #c2222b; --advisory: #8a5a00; --quiet: #59636e } main { max-width: none; padding: 0 } nav { display: none } li, dl { break-inside: avoid } h2 { break-after: avoid } }
`
