import { lexer, type Token } from 'marked'

/** A part of a Markdown document: a heading of the second level and what follows it. */
export interface Section {
  title: string
  tokens: Token[]
}

/** A Markdown document cut at its headings of the second level. */
export interface CutDocument {
  /** What stands between the title and the first section. */
  lead: Token[]
  sections: Section[]
}

/** Cuts a Markdown document at its headings of the second level. */
export function cutSections(markdown: string): CutDocument {
  const lead: Token[] = []
  const sections: Section[] = []
  for (const token of lexer(markdown)) {
    if (token.type === 'heading' && token.depth === 1) continue
    if (token.type === 'heading' && token.depth === 2) sections.push({ title: token.text, tokens: [token] })
    else (sections.at(-1)?.tokens ?? lead).push(token)
  }
  return { lead, sections }
}

/** The named sections in the given order. Fails for those that a document doesn't have. */
export function pickSections(file: string, { sections }: CutDocument, titles: readonly string[]): Section[] {
  const missing = titles.filter((title) => !sections.some((section) => section.title === title))
  if (missing.length > 0) {
    throw new Error(
      `${file} has no section ${missing.map((title) => `"## ${title}"`).join(', ')}, which the docs show.`,
    )
  }
  return titles.flatMap((title) => sections.filter((section) => section.title === title))
}
