import highlighter from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import json from 'highlight.js/lib/languages/json'
import typescript from 'highlight.js/lib/languages/typescript'
import { type Html, html, raw } from './html.ts'

highlighter.registerLanguage('bash', bash)
highlighter.registerLanguage('json', json)
highlighter.registerLanguage('typescript', typescript)

/** A block of code with a button that copies it; coloured where its language is one that the docs use. Long lines wrap. */
export function codeBlock(code: string, language = ''): Html {
  if (language === 'console') return recordedSession(code)
  const known = highlighter.getLanguage(language)
  const body = known ? raw(highlighter.highlight(code, { language }).value) : html`${code}`
  return copyable(html`<pre><code>${language === 'sh' ? keepOptionsWhole(body) : body}</code></pre>`)
}

/** Keeps each `--option` on one line and in one colour: `--limit` is no shell builtin. */
export const keepOptionsWhole = ({ markup }: Html): Html =>
  raw(
    markup.replace(
      /(?<![\w-])--(?:<span class="[^"]*">)?([a-z][a-z-]*)(?:<\/span>)?/g,
      '<span class="option">--$1</span>',
    ),
  )

/** What a terminal showed. Its lines scroll sideways, as wrapped ones would pull the columns of a table apart. */
const recordedSession = (text: string): Html =>
  copyable(
    html`<pre class="recorded" tabindex="0" role="group" aria-label="Recorded terminal"><code>${text}</code></pre>`,
  )

/** Code with a button that copies it; the button is shown by the script that makes it work. */
export const copyable = (code: Html): Html =>
  html`<div class="code">${code}<button type="button" class="copy" hidden>Copy</button></div>`
