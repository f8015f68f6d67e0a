import { expect, it } from 'vitest'
import { html, raw } from './html.ts'

it('escapes texts, and takes markup and lists of it as they are', () => {
  const list = ['<b>', 'c & d'].map((text) => html`<li title="${text}">${text}</li>`)
  expect(html`<ul>${list}${raw('<hr>')}${1}${false}${undefined}</ul>`.markup).toBe(
    '<ul><li title="&lt;b&gt;">&lt;b&gt;</li>\n<li title="c &amp; d">c &amp; d</li><hr>1</ul>',
  )
})
