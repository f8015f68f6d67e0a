import { type OperationFacts, operations, type ParameterFacts, server } from '../../../generated/facts.ts'
import { defaultPorts } from '../../port.ts'
import { copyable } from '../highlight.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../layout.ts'
import { pageOf } from '../site.ts'

/** The operations that the page sends: those that only read. */
const readable = Object.values<OperationFacts>(operations).filter(({ method }) => method === 'GET')

const localServer = (port: number) => `http://127.0.0.1:${port}`

/** A form that sends the request, made from the facts of the contract's parameters. */
export function tryItPage(): Page {
  return {
    file: 'try-it.html',
    styles: ['try-it.css'],
    scripts: ['try-it.js'],
    body: html`<h1>${pageOf('try-it.html').title}</h1>
<p class="lead">${pageOf('try-it.html').about}</p>
<p>In a clone of the repository, start one of the two and leave it running:</p>
<ul>
<li><code>npm run sandbox</code>: stored conversations, paging, sorting and tokens, at <code>${localServer(defaultPorts.sandbox)}</code>. Paste the <code>export</code> lines that it prints into any field below, and the form is filled in.</li>
<li><code>npm run mock</code>: the contract's examples, at <code>${localServer(defaultPorts.mock)}</code>. Any token and organization will do.</li>
</ul>
<noscript><p><strong>This page needs JavaScript to send requests.</strong></p></noscript>
<form id="request" autocomplete="off" novalidate>
${field(
  'base-url',
  'Base URL',
  html`<input id="base-url" type="url" value="${localServer(defaultPorts.sandbox)}" list="base-urls" spellcheck="false" required aria-describedby="base-url-hint">
<datalist id="base-urls">${[...Object.values(defaultPorts).map(localServer), server].map((url) => html`<option value="${url}"></option>`)}</datalist>`,
  'the server, without the path',
)}
${field('token', 'Token', html`<input id="token" type="password" autocomplete="off" spellcheck="false" aria-describedby="token-hint">`, 'kept in the memory of this page only; empty sends none')}
${readable.length > 1 && choice()}
${readable.map(parameterFields)}
<p class="actions"><button type="submit">Send</button> <button type="button" id="previous" disabled>Previous page</button> <button type="button" id="next" disabled>Next page</button></p>
</form>
<h2 id="request-line">Request</h2>
<p class="note">The same in a shell, where <code>OPENCOPILOT_TOKEN</code> holds the token:</p>
${copyable(html`<pre><code id="curl"></code></pre>`)}
<h2 id="answer-title" tabindex="-1">Answer</h2>
<p id="status" role="status" class="note">Nothing sent yet.</p>
<p id="elapsed" class="note" aria-hidden="true"></p>
<div id="answer" hidden>
<p id="verdict"></p>
<ul id="problems"></ul>
<details open><summary>Headers</summary>
<p class="note">A page sees only the headers that the server exposes to other origins.</p>
<dl id="headers" class="headers"></dl></details>
<details open><summary>Body</summary>
${copyable(html`<pre tabindex="0" role="group" aria-label="Body"><code id="body"></code></pre>`)}</details>
</div>`,
  }
}

/** Which operation to send. */
const choice = (): Html =>
  field(
    'operation',
    'Operation',
    html`<select id="operation" aria-describedby="operation-hint">${readable.map(({ id, method, path }) => html`<option value="${id}">${method} ${path}</option>`)}</select>`,
    'what to ask for',
  )

/** The parameters of an operation; those of the first are shown until another is chosen. */
const parameterFields = ({ id, method, path, parameters }: OperationFacts, index: number): Html =>
  html`<fieldset data-operation="${id}"${index > 0 && html` hidden`}><legend><code>${method} ${path}</code></legend>
${Object.entries(parameters).map(([name, facts]) => field(`${id}-${name}`, name, control(`${id}-${name}`, name, facts), hint(facts)))}
</fieldset>`

const field = (id: string, label: string, input: Html, note: string): Html => html`<div class="field">
<label for="${id}">${label}</label>
${input}
<span class="hint" id="${id}-hint">${note}</span>
</div>`

function control(
  id: string,
  name: string,
  { in: place, required, type, allowed, known, default: fallback }: ParameterFacts,
): Html {
  const described = html`id="${id}" data-parameter="${name}" aria-describedby="${id}-hint"${required && html` required`}`
  if (allowed) {
    return html`<select ${described}><option value="">default${fallback !== undefined && html` (${String(fallback)})`}</option>${allowed.map((value) => html`<option>${String(value)}</option>`)}</select>`
  }
  const mode = type === 'integer' ? 'numeric' : 'text'
  const placeholder = fallback === undefined ? (place === 'path' ? `the ${ownerOf(name)}’s id` : '') : String(fallback)
  const list =
    known &&
    html`<datalist id="${id}-known">${known.map((value) => html`<option value="${value}"></option>`)}</datalist>`
  return html`<input ${described} type="text" inputmode="${mode}" spellcheck="false" placeholder="${placeholder}"${known && html` list="${id}-known"`}>${list}`
}

/** Whose id a parameter of the path is: `organization` of `organization_id`. */
const ownerOf = (parameter: string) => parameter.replace(/_?id$/i, '').replaceAll('_', ' ')

function hint({ in: place, type, minimum, required, known, default: fallback }: ParameterFacts): string {
  return [
    `${place}, ${type}`,
    minimum !== undefined && `at least ${minimum}`,
    required && 'required',
    known && 'these or others',
    fallback !== undefined && `default ${fallback}`,
  ]
    .filter(Boolean)
    .join(', ')
}
