import { stderr } from 'node:process'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { tellWaits } from './wait-notice.ts'

const written: string[] = []

beforeEach(() => {
  vi.useFakeTimers()
  written.length = 0
  vi.spyOn(stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const progress = { isShown: false, show: (text: string) => written.push(`progress: ${text}`), clear: () => {} }

it('tells a log what is waited for, every few seconds and no sooner', () => {
  const notice = tellWaits(progress)
  notice.waitsFor('an answer')
  vi.advanceTimersByTime(4999)
  expect(written).toEqual([])
  notice.waitsFor('30.0 s, as the server asks with 429')
  vi.advanceTimersByTime(5001)
  notice.stop()
  vi.advanceTimersByTime(60_000)
  expect(written).toEqual(Array(2).fill('Waiting for 30.0 s, as the server asks with 429\n'))
})

it('tells it in the line of progress on a terminal', () => {
  const notice = tellWaits({ ...progress, isShown: true })
  notice.waitsFor('an answer')
  vi.advanceTimersByTime(1000)
  notice.stop()
  expect(written).toEqual(['progress: waiting for an answer'])
})
