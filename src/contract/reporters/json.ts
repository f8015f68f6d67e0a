import type { Report } from '../report.ts'

/** The report as it is, for other programs. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`
