import { type Clause, groups, type Severity } from '../../../src/contract/clause.ts'
import { type EvidenceMeanings, evidenceBadge } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../layout.ts'
import { slugOf } from '../markdown.ts'
import { pageOf } from '../site.ts'
import { evidenceLegend } from './overview.ts'

/** Every clause that verify checks, by group. */
export function clausesPage(clauses: readonly Clause[], meanings: EvidenceMeanings): Page {
  const filled = groups
    .map((group) => ({ group, members: clauses.filter((clause) => clause.group === group) }))
    .filter(({ members }) => members.length > 0)
  const count = (severity: Severity) => clauses.filter((clause) => clause.severity === severity).length
  return {
    file: 'clauses.html',
    body: html`<h1>${pageOf('clauses.html').title}</h1>
<p class="lead"><code>opencopilot-chat verify</code> holds a live server against ${clauses.length} statements of the contract. This is each of them.</p>
<dl class="legend">
<div><dt>${severityMark('violated')}</dt><dd>A server that breaks one of these ${count('violated')} leaves the contract: verify exits with 1.</dd></div>
<div><dt>${severityMark('advisory')}</dt><dd>One of these ${count('advisory')} is worth a hint; it fails a check only with <code>--fail-on advisory</code>.</dd></div>
</dl>
<p>The other badge says how well the statement is known:</p>
${evidenceLegend(meanings)}
${filled.map(
  ({ group, members }) => html`<h2 id="${slugOf(group)}">${titleOf(group)}</h2>
<ul class="clauses">
${members.map(item)}
</ul>`,
)}`,
    contents: filled.map(({ group, members }) => ({
      id: slugOf(group),
      title: `${titleOf(group)} (${members.length})`,
    })),
  }
}

const titleOf = (group: string) => group.charAt(0).toUpperCase() + group.slice(1)

const severityMark = (severity: Severity) => html`<span class="severity severity-${severity}">${severity}</span>`

const item = ({
  id,
  says,
  severity,
  statement,
  compares,
  intrusive,
}: Clause): Html => html`<li class="clause" id="${id}">
<p class="says">${says}.</p>
<p class="facts">${severityMark(severity)} ${evidenceBadge(statement.evidence)} <a href="#${id}"><code>${id}</code></a>${intrusive && html` <span>only with <code>--intrusive</code></span>`}${compares && html` <span>confirmed with fresh exchanges</span>`}</p>
<p class="pointer"><code>${statement.pointer}</code></p>
</li>`
