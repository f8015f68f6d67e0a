import { type Html, html } from '../html.ts'
import type { Page } from '../layout.ts'
import { type ResolveLink, renderMarkdown, slugOf } from '../markdown.ts'
import { cutSections, pickSections, type Section } from '../sections.ts'
import { leftOutSections, linkedFiles, type PageFile, pageOf, quickStartSections } from '../site.ts'

/** The pages that are made from the README: what it begins with, its quick start, and everything else it explains. */
export function readmePages(readme: string): { lead: Html; pages: Page[] } {
  const document = cutSections(readme)
  const quickStart = pickSections('README.md', document, quickStartSections)
  const guide = document.sections.filter(
    (section) => !quickStart.includes(section) && !leftOutSections.includes(section.title),
  )
  const pageSections: [PageFile, Section[]][] = [
    ['quick-start.html', quickStart],
    ['guide.html', guide],
  ]
  return {
    lead: renderMarkdown(document.lead, linksFrom('index.html', pageSections)),
    pages: pageSections.map(([file, sections]) => ({
      file,
      body: html`<h1>${pageOf(file).title}</h1>
<p class="lead">${pageOf(file).about}</p>
${sections.map(({ tokens }) => renderMarkdown(tokens, linksFrom(file, pageSections)))}`,
      contents: sections.map(({ title }) => ({ id: slugOf(title), title })),
    })),
  }
}

/** A link to a section leads to the page that has it; one to a file, to what the docs show of it. */
function linksFrom(file: PageFile, pageSections: [PageFile, Section[]][]): ResolveLink {
  const homes = new Map<string, PageFile>(
    pageSections.flatMap(([home, sections]) => sections.map(({ title }) => [`#${slugOf(title)}`, home] as const)),
  )
  return (href) => {
    if (/^https?:\/\//.test(href)) return href
    const home = homes.get(href)
    if (home) return home === file ? href : `${home}${href}`
    return linkedFiles[href]
  }
}
