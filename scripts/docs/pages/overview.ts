import { type EvidenceMeanings, evidenceBadge } from '../evidence.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../layout.ts'
import { renderInline } from '../markdown.ts'
import { pages, policies } from '../site.ts'

/** The entry page: what this is, where to go, and what the badges mean. */
export function overviewPage(lead: Html, meanings: EvidenceMeanings, version: string): Page {
  return {
    file: 'index.html',
    body: html`<h1>opencopilot-chat</h1>
<div class="opening">
${lead}
</div>
<h2 id="where-to-go">Where to go</h2>
<ul class="cards">
${pages
  .filter(({ file }) => file !== 'index.html')
  .map(({ file, title, about }) => html`<li><a href="${file}">${title}</a><p>${about}</p></li>`)}
</ul>
<h2 id="how-well-it-is-known">How well each statement is known</h2>
<p>The API is in closed beta and its reference is one page. So each statement of the contract, and each clause that checks one, says how well it is known:</p>
${evidenceLegend(meanings)}
<h2 id="host-these-pages">Host these pages</h2>
<p>They are plain files and load nothing from other servers. Under a <code>Content-Security-Policy</code>, they need <code>${policies.pages}</code>; the API reference needs <code>${policies.reference}</code>, and “Try it” a <code>connect-src</code> with the servers that you send requests to.</p>
<p class="note">Contract version ${version}. <a href="openapi.json" download>Download the contract</a> as one OpenAPI document.</p>`,
  }
}

/** What each badge means, in the contract's own words. */
export const evidenceLegend = (meanings: EvidenceMeanings): Html => html`<dl class="legend">
${[...meanings].map(([evidence, meaning]) => html`<div><dt>${evidenceBadge(evidence)}</dt><dd>${renderInline(meaning)}</dd></div>`)}
</dl>`
