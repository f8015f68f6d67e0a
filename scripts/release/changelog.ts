/** One version's part of a changelog in the form of Keep a Changelog. */
export interface Entry {
  /** A semantic version, or "Unreleased". */
  version: string
  /** ISO 8601 date; absent while unreleased. */
  date?: string
  /** The titles of its sections. */
  sections: string[]
  /** Everything below the heading, as Markdown. */
  text: string
}

const heading = /^## \[(Unreleased|\d+\.\d+\.\d+(?:-[\w.]+)?)\](?: - (\d{4}-\d{2}-\d{2}))?( \[YANKED\])?$/

/** Reads a changelog; throws at a heading that is none of the form's. */
export function readChangelog(text: string): Entry[] {
  const [, ...parts] = text.split(/^(?=## )/m)
  return parts.map((part) => {
    const [first = '', ...lines] = part.split('\n')
    const [, version, date] = heading.exec(first) ?? []
    if (!version)
      throw new Error(`CHANGELOG.md has the heading "${first}". Allowed: "## [1.2.3] - 2026-01-31", "## [Unreleased]"`)
    const sections = lines.flatMap((line) => (line.startsWith('### ') ? [line.slice(4)] : []))
    return { version, ...(date && { date }), sections, text: lines.join('\n').trim() }
  })
}
