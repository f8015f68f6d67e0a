import { expect, it } from 'vitest'
import { layout } from './layout.ts'

const natural: Record<string, number> = { time: 16, id: 36, text: 60, count: 3 }
const claims = [
  { column: 'time', width: 16 },
  { column: 'id', width: 9 },
  { column: 'count', width: 8 },
  { column: 'text', width: 20 },
  { column: 'id', width: 40 },
  { column: 'text', width: 80, partly: true },
]
const widths = (width: number) => Object.fromEntries(layout(claims, (column) => natural[column] ?? 0, width))

it('gives each column what it can use, where there is room', () => {
  expect(widths(500)).toEqual({ time: 16, id: 36, count: 3, text: 60 })
  expect(widths(Number.POSITIVE_INFINITY)).toEqual({ time: 16, id: 36, count: 3, text: 60 })
})

it('leaves out the least important columns, where there is too little', () => {
  expect(widths(53)).toEqual({ time: 16, id: 9, count: 3 })
  expect(widths(54)).toEqual({ time: 16, id: 9, count: 3, text: 20 })
})

it('keeps the first column in any width', () => {
  expect(widths(10)).toEqual({ time: 10 })
})

it('shows all of a value or its beginning, and gives the rest to the column that takes a part', () => {
  expect(widths(80)).toEqual({ time: 16, id: 9, count: 3, text: 46 })
  expect(widths(82)).toEqual({ time: 16, id: 36, count: 3, text: 21 })
})

it('never takes more than there is', () => {
  for (let width = 1; width < 200; width += 1) {
    const given = Object.values(widths(width))
    expect(given.reduce((sum, one) => sum + one + 2, -2)).toBeLessThanOrEqual(width)
  }
})
