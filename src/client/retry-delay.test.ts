import { afterEach, describe, expect, it, vi } from 'vitest'
import { backoff } from './retry-delay.ts'

afterEach(() => void vi.restoreAllMocks())

describe('backoff', () => {
  /** The wait when the dice show `random`. */
  const delay = (attempt: number, random: number) => {
    vi.spyOn(Math, 'random').mockReturnValue(random)
    return backoff(attempt, { baseDelay: 200, maxDelay: 1000 })
  }

  it('doubles with each attempt, up to the longest', () => {
    expect([1, 2, 3, 4, 5, 60].map((attempt) => delay(attempt, 1))).toEqual([200, 400, 800, 1000, 1000, 1000])
  })

  it('spreads over the whole wait', () => {
    expect([0, 0.25, 0.75].map((random) => delay(2, random))).toEqual([0, 100, 300])
  })
})
