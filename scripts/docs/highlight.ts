import highlighter from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import json from 'highlight.js/lib/languages/json'
import typescript from 'highlight.js/lib/languages/typescript'
import { type Html, html, raw } from './html.ts'

highlighter.registerLanguage('bash', bash)
highlighter.registerLanguage('json', json)
highlighter.registerLanguage('typescript', typescript)

/** A block of code; coloured where its language is one that the docs use. Long lines wrap, and a button copies it. */
export function codeBlock(code: string, language = ''): Html {
  const known = highlighter.getLanguage(language)
  const body = known ? raw(highlighter.highlight(code, { language }).value) : html`${code}`
  return copyable(html`<pre><code>${body}</code></pre>`)
}

/** Code with a button that copies it; the button is shown by the script that makes it work. */
export const copyable = (code: Html): Html =>
  html`<div class="code">${code}<button type="button" class="copy" hidden>Copy</button></div>`
