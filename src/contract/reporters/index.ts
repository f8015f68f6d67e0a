import { toOneLine } from '../../text/clean-text.ts'
import type { Report } from '../report.ts'
import { renderGithub } from './github.ts'
import { renderHtml } from './html.ts'
import { renderJson } from './json.ts'
import { renderJunit } from './junit.ts'
import { renderMarkdown } from './markdown.ts'
import type { RenderOptions } from './render-options.ts'
import { renderText } from './text.ts'

export { isEmpty, isFailure } from './outcome.ts'
export type { RenderOptions } from './render-options.ts'

const reporters = {
  text: renderText,
  json: renderJson,
  junit: renderJunit,
  github: renderGithub,
  markdown: renderMarkdown,
  html: renderHtml,
} satisfies Record<string, (report: Report, options: RenderOptions) => string>

/** The forms that a report can take. */
export type ReporterName = keyof typeof reporters

export const reporterNames = Object.keys(reporters) as ReporterName[]

/** Puts a report into one of its forms. In all but JSON, no text of the report can act on a terminal or begin a line. */
export const renderReport = (report: Report, name: ReporterName, options: RenderOptions = {}): string =>
  reporters[name](name === 'json' ? report : (inOneLineEach(report) as Report), options)

/** The same data with each text of it in one line. */
function inOneLineEach(value: unknown): unknown {
  if (typeof value === 'string') return toOneLine(value)
  if (Array.isArray(value)) return value.map(inOneLineEach)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inOneLineEach(part)]))
}
