import type { Examples } from '../examples.ts'
import { codeBlock } from '../highlight.ts'
import { html } from '../html.ts'
import type { Page } from '../layout.ts'
import { ownLinks, renderMarkdown, slugOf } from '../markdown.ts'
import { cutSections } from '../sections.ts'
import { pageOf } from '../site.ts'

/** What the examples show and how to run them, and the source of each. */
export function examplesPage({ readme, files }: Examples): Page {
  const names = [...files.keys()]
  const toSource = (href: string) => (files.has(href) ? `#${slugOf(href)}` : ownLinks(href))
  return {
    file: 'examples.html',
    body: html`<h1>${pageOf('examples.html').title}</h1>
${renderMarkdown(cutSections(readme).lead, toSource)}
${[...files].map(([name, code]) => html`<h2 id="${slugOf(name)}">${name}</h2>\n${codeBlock(code, 'typescript')}`)}`,
    contents: names.map((name) => ({ id: slugOf(name), title: name })),
  }
}
