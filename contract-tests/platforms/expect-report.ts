import { expect } from 'vitest'
import { operations } from '../../generated/facts.ts'
import type { Report } from './scenario.ts'
import type { ScenarioServers } from './servers.ts'

const { parameters } = operations.listConversations

/** What a platform makes of a redirect that isn't followed: its status, or 0 where a browser hides it. */
export type RedirectStatus = 307 | 0

/** How many are on each page. */
const pagesOf = (total: number, size: number) =>
  Array.from({ length: Math.ceil(total / size) }, (_, page) => Math.min(size, total - page * size))

/** Says where a report of the scenario isn't what it is on every platform. */
export function expectReport(report: Report, { ids, input }: ScenarioServers, redirectStatus: RedirectStatus): void {
  const { aborted, errors, ...read } = report
  expect(read).toEqual({
    firstPage: ids.slice(0, 3),
    http: { status: 200, size: 2 },
    walked: ids,
    sizes: pagesOf(ids.length, input.pageSize),
    left: 15,
    retried: { size: parameters.limit.default, retries: [503] },
  })
  expect(aborted).toEqual({ call: true, walk: 'TimeoutError' })
  const api = { name: 'ChatApiError', code: 'api_error', attempts: 1, hasRequestId: true }
  expect(errors).toMatchObject({
    refused: { ...api, status: 401 },
    late: { name: 'ChatTimeoutError', code: 'timeout', attempts: 1 },
    moved: { ...api, status: redirectStatus, hasRequestId: redirectStatus !== 0 },
    html: { name: 'ChatResponseError', code: 'invalid_response', status: 200, hasRequestId: true },
    cut: { name: 'ChatConnectionError', code: 'connection_error', attempts: 1 },
    unreachable: { name: 'ChatConnectionError', code: 'connection_error', attempts: 1 },
    misused: { name: 'ChatConfigurationError', code: 'configuration_error' },
  })
  for (const { text } of Object.values(errors)) {
    expect(text).not.toContain(input.token)
    expect(text).not.toContain('wrong-token')
  }
}
