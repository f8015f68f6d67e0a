import { describe, expect, it } from 'vitest'
import { toLines, toOneLine } from './clean-text.ts'

describe('toOneLine', () => {
  it.each([
    ['a colour', '\u001b[31mred', '␛[31mred'],
    ['a title', '\u001b]0;title\u0007', '␛]0;title␇'],
    ['an eight-bit control', '\u009b31m', '�31m'],
    ['a delete', 'a\u007fb', 'a␡b'],
    ['text that is turned around', 'a\u202ebc\u2066', 'a�bc�'],
    ['half a surrogate pair', 'a\ud800b', 'a�b'],
    ['lines and tabs', ' a\r\n\tb\u2028c\u0085d ', 'a b c�d'],
    ['a backspace', 'ab\b\bcd', 'ab␈␈cd'],
  ])('disarms %s', (_, text, shown) => {
    expect(toOneLine(text)).toBe(shown)
  })

  it.each(['日本語', 'e\u0301', '👩‍👩‍👧‍👦', '🇩🇪', 'שלום', 'نص'])('leaves %s as it is', (text) => {
    expect(toOneLine(text)).toBe(text)
  })
})

describe('toLines', () => {
  it('keeps line breaks and tabs, and nothing else that acts', () => {
    expect(toLines('a\tb\r\nc\u001b[2J')).toBe('a\tb\r\nc␛[2J')
  })

  it('lets no line begin a command, and takes no time that grows with the square of the empty ones', () => {
    const lines = '\n'.repeat(400_000)
    expect(toLines(`${lines} \t::error::b`)).toBe(`${lines} \t: :error::b`)
  })
})
