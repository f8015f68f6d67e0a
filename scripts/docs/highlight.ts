import highlighter from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import json from 'highlight.js/lib/languages/json'
import typescript from 'highlight.js/lib/languages/typescript'
import { type Html, html, raw } from './html.ts'

highlighter.registerLanguage('bash', bash)
highlighter.registerLanguage('json', json)
highlighter.registerLanguage('typescript', typescript)

/** A block of code; coloured where its language is one that the docs use. Long lines scroll, also by keyboard. */
export function codeBlock(code: string, language = ''): Html {
  const known = highlighter.getLanguage(language)
  const body = known ? raw(highlighter.highlight(code, { language }).value) : html`${code}`
  const label = known ? `${known.name} code` : 'Code'
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${body}</code></pre>`
}
