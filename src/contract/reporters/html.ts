import { groups } from '../clause.ts'
import type { ClauseReport, DiagnosisReport, FindingReport, Report } from '../report.ts'
import { escapeMarkup as text } from './escape.ts'
import { outcome } from './outcome.ts'
import type { RenderOptions } from './render-options.ts'
import {
  actualOf,
  costLine,
  endLines,
  explainedBy,
  moreLine,
  namesIn,
  placeOf,
  summaryLine,
  titleLine,
  verdictOf,
} from './words.ts'

/** The report as one HTML page that asks nothing of the network, light or dark as the reader has it. */
export function renderHtml(report: Report, { failOn }: RenderOptions = {}): string {
  const nameOf = namesIn(report)
  const violated = report.clauses.filter(({ verdict }) => verdict === 'violated')
  // What nothing explains is read first, and what is explained needs no more than its name.
  const inOrder = [
    ...violated.filter((clause) => !clause.explainedBy),
    ...violated.filter((clause) => clause.explainedBy),
  ]
  const section = (title: string, clauses: readonly ClauseReport[]): string =>
    clauses.length > 0
      ? `<h2>${text(title)}</h2>\n<ul>\n${clauses.map((clause) => item(clause, nameOf(clause))).join('\n')}\n</ul>`
      : ''
  // What is wrong comes first, and once: the groups hold the rest.
  const sections = [
    causes(report),
    section('violated', inOrder),
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
  .join('')}${jumps(report.diagnoses, inOrder, nameOf)}
${sections.filter(Boolean).join('\n')}
</main>
</body>
</html>
`
}

/** The causes that were recognised, each with what it explains. */
function causes(report: Report): string {
  if (report.diagnoses.length === 0) return ''
  const nameOf = namesIn(report)
  const items = report.diagnoses.map((diagnosis) => {
    const names = explainedBy(diagnosis, report).map((clause) => link(nameOf(clause)))
    const repeat = diagnosis.exchanges.map(({ curl }) => `<pre>${text(curl)}</pre>`).join('')
    return `<li id="${anchor(causeName(diagnosis))}"><p class="cause"><code class="${verdictOf(diagnosis, report)}">${text(diagnosis.id)}</code> ${text(diagnosis.says)}</p>${repeat}<p class="note">explains ${names.join(', ')}</p></li>`
  })
  return `<h2>${report.diagnoses.length === 1 ? 'cause' : 'causes'}</h2>\n<ul>\n${items.join('\n')}\n</ul>`
}

/** A cause may be called as a clause is. */
const causeName = ({ id, operation }: DiagnosisReport) => `cause ${operation} ${id}`

const anchor = (name: string) => text(name.replaceAll(' ', '-'))

const link = (name: string, label = name) => `<a href="#${anchor(name)}"><code>${text(label)}</code></a>`

/** Links to each cause, and to each violation. */
function jumps(
  diagnoses: readonly DiagnosisReport[],
  violated: readonly ClauseReport[],
  nameOf: (clause: ClauseReport) => string,
): string {
  if (diagnoses.length + violated.length === 0) return ''
  const open = violated.filter((clause) => !clause.explainedBy)
  const explained = violated.filter((clause) => clause.explainedBy).map((clause) => link(nameOf(clause)))
  const lines = [
    ...diagnoses.map((diagnosis) => `${link(causeName(diagnosis), diagnosis.id)} ${text(diagnosis.says)}`),
    ...open.map((clause) => `${link(nameOf(clause))} ${text(clause.says)}`),
    ...(explained.length > 0 ? [`explained: ${explained.join(', ')}`] : []),
  ]
  return `<nav aria-label="Violations"><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></nav>`
}

function item(clause: ClauseReport, name: string): string {
  const verdict = `<span class="verdict ${clause.verdict.replace(' ', '-')}">${text(clause.verdict)}</span>`
  const head = `<span class="head">${verdict} <code>${text(name)}</code> <span>${text(clause.says)}</span></span>`
  const notes = [
    ...(clause.explainedBy ? [`explained by ${clause.explainedBy}`] : []),
    ...(clause.reason ? [clause.reason] : []),
  ]
  const reason = notes.map((note) => `<p class="note">${text(note)}</p>`).join('')
  if (clause.findings.length === 0) return `<li id="${anchor(name)}">${head}${reason}</li>`
  const more = clause.more > 0 ? `<p class="note">${text(moreLine(clause))}</p>` : ''
  return `<li id="${anchor(name)}"><details${clause.verdict === 'violated' && !clause.explainedBy ? ' open' : ''}><summary>${head}</summary>${reason}${clause.findings.map(finding).join('')}${more}</details></li>`
}

function finding(found: FindingReport): string {
  const { expected, statement, evidence, exchanges } = found
  return `<dl>
<dt>Expected</dt><dd>${text(expected)}</dd>
<dt>Got</dt><dd>${text(actualOf(found))}</dd>
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
.cause { margin: .25rem 0 .5rem }
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
@media screen and (max-width: 50rem) { dl, .head { grid-template-columns: 1fr } dt { margin-top: .25rem } }
@media print { :root { color-scheme: light; --held: #1a7f37; --violated: #c2222b; --advisory: #8a5a00; --quiet: #59636e } body { font-size: 10pt } main { max-width: none; padding: 0 } nav { display: none } .head { grid-template-columns: 6rem 14rem 1fr } details::details-content { content-visibility: visible; block-size: auto } pre { border-left: 2px solid var(--line) } li, dl { break-inside: avoid } h2 { break-after: avoid } }
`
