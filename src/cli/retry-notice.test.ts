import { stderr } from 'node:process'
import { afterEach, expect, it, vi } from 'vitest'
import { ChatApiError, ChatConnectionError, type Retry } from '../index.ts'
import { tellRetry } from './retry-notice.ts'

const isTerminal = stderr.isTTY

afterEach(() => {
  stderr.isTTY = isTerminal
  vi.restoreAllMocks()
})

/** What is said of a retry, in the line of progress and beside it. */
function told(terminal: boolean, { error, ...rest }: Partial<Retry>) {
  const said: string[] = []
  vi.spyOn(stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  stderr.isTTY = terminal
  const context = { method: 'GET', url: 'http://localhost/', attempts: 1 }
  const refused = new ChatApiError('GET', { ...context, status: 429, body: '', headers: new Headers() })
  const line = { show: (text: string) => said.push(`line: ${text}`), clear: () => {} }
  tellRetry(line, { attempt: 1, delay: 30_000, error: error ?? refused, ...rest }, 'page 3')
  return said
}

it('tells each retry in the line of progress on a terminal', () => {
  expect(told(true, {})).toEqual(['line: page 3 (status 429, attempt 2 in 30.0 s)'])
  expect(told(true, { delay: 120 })).toEqual(['line: page 3 (status 429, attempt 2 in 0.1 s)'])
})

it('tells a log of long waits only', () => {
  const error = new ChatConnectionError('GET', { method: 'GET', url: 'http://localhost/', attempts: 4 })
  expect(told(false, { error, attempt: 4, delay: 5_000 })).toEqual(['Waiting: connection error, attempt 5 in 5.0 s.\n'])
  expect(told(false, { delay: 4_999 })).toEqual([])
})
