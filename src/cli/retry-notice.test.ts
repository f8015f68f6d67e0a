import { stderr } from 'node:process'
import { afterEach, expect, it, vi } from 'vitest'
import { ChatApiError, ChatConnectionError, type Retry } from '../index.ts'
import { createRetryNotice } from './retry-notice.ts'

afterEach(() => vi.restoreAllMocks())

const failed = { method: 'GET', url: 'http://localhost/', attempts: 1 }
const refused = new ChatApiError('GET', { ...failed, status: 429, body: '', headers: new Headers() })

/** What is said of retries, in the line of progress or beside it. */
function told(isShown: boolean, ...retries: Partial<Retry>[]) {
  const said: string[] = []
  vi.spyOn(stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const tell = createRetryNotice({ isShown, show: (text) => said.push(`line: ${text}`), clear: () => {} })
  for (const retry of retries) tell({ attempt: 1, delay: 30_000, error: refused, ...retry }, 'page 3')
  return said
}

it('tells each retry in the line of progress', () => {
  expect(told(true, {}, { delay: 120 })).toEqual([
    'line: page 3 (status 429, attempt 2 in 30.0 s)',
    'line: page 3 (status 429, attempt 2 in 0.1 s)',
  ])
})

it('tells a log of long waits only', () => {
  const error = new ChatConnectionError('GET', { ...failed, attempts: 4 })
  expect(told(false, { error, attempt: 4, delay: 5_000 })).toEqual(['Waiting: connection error, attempt 5 in 5.0 s.\n'])
  expect(told(false, { delay: 4_999 })).toEqual([])
})

it('tells a log once of pages that wait together', () => {
  const clock = vi.spyOn(performance, 'now')
  for (const now of [1_000, 2_000, 31_000]) clock.mockReturnValueOnce(now)
  expect(told(false, { attempt: 1 }, { attempt: 1 }, { attempt: 2 })).toEqual([
    'Waiting: status 429, attempt 2 in 30.0 s.\n',
    'Waiting: status 429, attempt 3 in 30.0 s.\n',
  ])
})
