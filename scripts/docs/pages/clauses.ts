import { type Clause, groups, type Severity } from '../../../src/contract/clause.ts'
import { operationNames } from '../../../src/contract/operation.ts'
import { type EvidenceMeanings, evidenceBadge } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../layout.ts'
import { renderInline, slugOf } from '../markdown.ts'
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
    scripts: ['clauses.js'],
    body: html`<h1>${pageOf('clauses.html').title}</h1>
<p class="lead"><code>opencopilot-chat verify</code> checks ${clauses.length} statements of the contract against a live server. They are listed here.</p>
<dl class="legend">
<div><dt>${severityMark('violated')}</dt><dd>A server that fails one of these ${count('violated')} is <em>violated</em> in the report, and verify exits with 1.</dd></div>
<div><dt>${severityMark('advisory')}</dt><dd>A server that fails one of these ${count('advisory')} gets a hint; verify exits with 1 only with ${renderInline('`--fail-on advisory`')}.</dd></div>
</dl>
<p>The badge says how well the statement is known:</p>
${evidenceLegend(meanings)}
<form id="filter" class="filter" role="search" hidden>
<label>Search <input id="find" type="search" autocomplete="off" spellcheck="false"></label>
<label>Group <select id="group"><option value="">all</option>${filled.map(({ group }) => html`<option>${group}</option>`)}</select></label>
<label>Severity <select id="severity"><option value="">all</option>${Object.entries(severityWords).map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></label>
<output id="found" for="find group severity"></output>
</form>
${filled.map(
  ({ group, members }) => html`<section class="clause-group" data-group="${group}">
<h2 id="${slugOf(group)}">${titleOf(group)}</h2>
<ul class="clauses">
${members.map(item)}
</ul>
</section>`,
)}`,
    contents: filled.map(({ group, members }) => ({
      id: slugOf(group),
      title: `${titleOf(group)} (${members.length})`,
    })),
  }
}

const titleOf = (group: string) => group.charAt(0).toUpperCase() + group.slice(1)

/** What a failed clause means: its verdict is a word for a server, and would read as one here. */
const severityWords: Record<Severity, string> = { violated: 'breaks the contract', advisory: 'advice' }

const severityMark = (severity: Severity) =>
  html`<span class="severity severity-${severity}">${severityWords[severity]}</span>`

/** A rule's own id where it is about the first operation; a page has each id once. */
export const anchorOf = ({ id, operation }: Clause) =>
  operation.id === operationNames[0] ? id : `${operation.id}-${id}`

const item = (clause: Clause): Html => {
  const { id, says, severity, statement, compares, intrusive, operation } = clause
  const anchor = anchorOf(clause)
  return html`<li class="clause" id="${anchor}" data-severity="${severity}">
<p class="says">${says}.</p>
<p class="facts"><a href="#${anchor}"><code>${id}</code></a>${operationNames.length > 1 && html` <code>${operation.id}</code>`} ${evidenceBadge(statement.evidence)} ${severityMark(severity)}${intrusive && html` <span>only with <code>--intrusive</code></span>`}${compares && html` <span>confirmed with fresh exchanges</span>`}</p>
<p class="pointer"><code>${statement.pointer}</code></p>
</li>`
}
