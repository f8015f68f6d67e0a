import type { Random } from './random.ts'

const start = Date.parse('2024-06-03T11:57:48.000Z')

/**
 * Times of creation, ascending. Some follow each other within a millisecond or a second, and runs of equal ones
 * lie across the borders of pages of `pageSize`, where an order without a tie-break loses or repeats conversations.
 */
export function creationTimes(count: number, pageSize: number, random: Random): string[] {
  let time = start
  return Array.from({ length: count }, (_, index) => {
    const nearBorder = index > 1 && [0, 1, pageSize - 1].includes(index % pageSize)
    if (index > 0 && !nearBorder) time += gaps[random.below(gaps.length)] ?? 0
    return new Date(time).toISOString()
  })
}

/** Milliseconds from one conversation to the next. */
const gaps = [0, 1, 999, 1_000, 61_000, 3_600_000, 86_400_000]
