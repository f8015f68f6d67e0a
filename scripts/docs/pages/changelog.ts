import { html } from '../html.ts'
import type { Page } from '../layout.ts'
import { renderMarkdown, slugOf } from '../markdown.ts'
import { cutSections } from '../sections.ts'
import { pageOf } from '../site.ts'

/** What changed from version to version. */
export function changelogPage(changelog: string): Page {
  // The brackets of Keep a Changelog are for links, of which there are none here.
  const { lead, sections } = cutSections(changelog.replace(/^## \[(.+?)\]/gm, '## $1'))
  return {
    file: 'changelog.html',
    body: html`<h1>${pageOf('changelog.html').title}</h1>
${renderMarkdown(lead)}
${sections.map(({ tokens }) => renderMarkdown(tokens))}`,
    contents: sections.map(({ title }) => ({ id: slugOf(title), title })),
  }
}
