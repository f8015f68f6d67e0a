import type { ClauseReport, FindingReport, Report } from '../report.ts'
import { verdicts } from '../report.ts'
import { isEmpty, isFailure, type RenderOptions } from './index.ts'

/** "51 held, 1 violated, 0 advisory, 6 not exercised": all four, so that nothing passes in silence. */
export const summaryLine = ({ summary }: Report): string =>
  verdicts.map((verdict) => `${summary[verdict]} ${verdict}`).join(', ')

export const costLine = ({ requests, duration }: Report): string =>
  `${requests} requests in ${duration < 10_000 ? `${(duration / 1000).toFixed(1)} s` : `${Math.round(duration / 1000)} s`}`

/** What a report comes to, for a heading. */
export function outcome(report: Report, failOn: RenderOptions['failOn']): { mark: string; words: string } {
  if (report.summary.violated > 0) return { mark: '❌', words: 'The server leaves the contract' }
  if (isFailure(report, failOn)) return { mark: '❌', words: 'Something is advisory, which counts as a failure here' }
  if (isEmpty(report)) return { mark: '➖', words: 'Nothing could be judged' }
  return { mark: '✅', words: 'Nothing violated' }
}

/** That a bound ended the check, and what that left; nothing when it came to its end. */
export const endLines = ({ ended }: Report): string[] => {
  if (!ended) return []
  const left = ended.clauses === 1 ? '1 clause was' : `${ended.clauses} clauses were`
  return [`The check ended early, and ${left} left: ${ended.reason}`]
}

export const titleLine = ({ contract, target }: Report): string =>
  `${contract.title} ${contract.version} against ${target.baseUrl}, organization ${target.organizationId}`

/** Where in a body something was found, and in answer to which request. */
export function placeOf({ at, exchanges }: FindingReport): string {
  const exchange = exchanges.at(-1)
  if (!exchange) return ''
  const { method, url, status, requestId } = exchange
  const request = `${method} ${url}${status === undefined ? '' : ` → ${status}`}`
  return [request, at && `at ${at}`, requestId && `request id ${requestId}`].filter(Boolean).join(', ')
}

/** What a finding says, in one line. */
export const findingLine = ({ expected, actual }: FindingReport): string => `expected ${expected}, but got ${actual}`

export const moreLine = ({ more }: ClauseReport): string => `and ${more} more of the kind`
