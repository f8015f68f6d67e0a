import { acting, escapeInJson } from '../../text/clean-text.ts'
import type { Report } from '../report.ts'

/** The report as it is, for other programs; what a terminal would act on stands in JSON's own escapes. */
export const renderJson = (report: Report): string =>
  `${JSON.stringify(report, null, 2).replace(acting, (character) => (character === '\n' ? character : escapeInJson(character)))}\n`
