import { describe, expect, it } from 'vitest'
import { cut, padTo, widthOf } from './fit.ts'

describe('cut', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['abcd', 1, '…'],
    ['abcd', 0, ''],
    ['日本語', 6, '日本語'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['ab cd', 4, 'ab…'],
  ])('cuts %s to %i columns', (text, width, shown) => {
    expect(cut(text, width)).toBe(shown)
    expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width)
  })
})

describe('padTo', () => {
  it.each([
    ['abc', 5, 'left', 'abc  '],
    ['abc', 5, 'right', '  abc'],
    ['日本', 5, 'left', '日本 '],
    ['日本語', 4, 'right', ' 日…'],
  ] as const)('fills %s to %i columns', (text, width, align, shown) => {
    expect(padTo(text, width, align)).toBe(shown)
  })
})
