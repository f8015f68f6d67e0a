import { lexer } from 'marked'
import { describe, expect, it } from 'vitest'
import { renderInline, renderMarkdown, slugOf } from './markdown.ts'

const render = (markdown: string) => renderMarkdown(lexer(markdown)).markup

describe('renderMarkdown', () => {
  it('gives a section an id, and its subsections none: "Added" comes once for each version', () => {
    expect(render('## Without access\n\n### Added')).toBe('<h2 id="without-access">Without access</h2>\n<h3>Added</h3>')
  })

  it('keeps a link that leads somewhere, and the words of one that does not', () => {
    const markdown = '[one](https://example.com/a) [two](#here) [three](LICENSE) [four](javascript:alert)'
    expect(render(markdown)).toBe('<p><a href="https://example.com/a">one</a> <a href="#here">two</a> three four</p>')
  })

  it('shows markup in the source as text', () => {
    expect(render('a <img src=x> b')).toBe('<p>a &lt;img src=x&gt; b</p>')
    expect(render('<script>alert()</script>')).toBe('&lt;script&gt;alert()&lt;/script&gt;')
  })

  it('colours code of a known language, and escapes any other', () => {
    expect(render('```ts\nconst a = 1\n```')).toContain('<span class="hljs-keyword">const</span>')
    expect(render('```\n<a> && b\n```')).toContain('<code>&lt;a&gt; &amp;&amp; b</code>')
  })

  it('keeps an option of a command on one line, in one colour', () => {
    expect(render('`--max-time`')).toBe('<p><code><span class="option">--max-time</span></code></p>')
    expect(render('```sh\na --limit 3 # --b\n```')).toContain('a <span class="option">--limit</span> ')
    expect(render('`a--b`')).toBe('<p><code>a--b</code></p>')
  })

  it('lets wide tables scroll by keyboard, and gives code a button to copy it', () => {
    expect(render('| a |\n| --- |\n| b |')).toMatch(
      /^<div class="wide" tabindex="0" role="group"[^>]*><table class="stacks">/,
    )
    expect(render('    code')).toContain('<pre><code>code</code></pre><button type="button" class="copy"')
  })
})

it('renders one line without a paragraph', () => {
  expect(renderInline('give it as `startPage` <now>').markup).toBe('give it as <code>startPage</code> &lt;now&gt;')
})

it('makes the ids that code hosts make', () => {
  expect(['First call', '[0.1.0] - 2026-11-22', 'What’s “new”?'].map(slugOf)).toEqual([
    'first-call',
    '010---2026-11-22',
    'whats-new',
  ])
})
