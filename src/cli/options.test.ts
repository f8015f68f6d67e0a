import { InvalidArgumentError } from 'commander'
import { describe, expect, it } from 'vitest'
import { collect, numberOf, numberWithin, oneOf, oneOfOpen } from './options.ts'

describe('numberOf', () => {
  it('reads numbers within its bounds', () => {
    expect(numberOf(1)('7')).toBe(7)
    expect(numberOf(0.01, { whole: false })('0.5')).toBe(0.5)
    expect(numberWithin({ minimum: 1, maximum: 50 })('50')).toBe(50)
  })

  it.each(['', ' ', 'x', '1.5', '0', '-1', '1e400', 'NaN', '9007199254740993'])('refuses %j', (value) => {
    expect(() => numberOf(1)(value)).toThrow(InvalidArgumentError)
  })

  it('says what is allowed', () => {
    expect(() => numberOf(1)('x')).toThrow('Allowed: a whole number of at least 1.')
    expect(() => numberWithin({ minimum: 1, maximum: 50 })('51')).toThrow('Allowed: a whole number from 1 to 50.')
    expect(() => numberOf(0.5, { whole: false })('0')).toThrow('Allowed: a number of at least 0.5.')
  })
})

describe('oneOf', () => {
  it('reads a word in any case', () => {
    expect(oneOf(['ASC', 'DESC'])('desc')).toBe('DESC')
  })

  it('answers another with what is allowed and the nearest', () => {
    expect(() => oneOf(['ASC', 'DESC'])('DSC')).toThrow('Allowed: ASC, DESC. Did you mean DESC?')
    expect(() => oneOf(['ASC', 'DESC'])('sideways')).toThrow(/Allowed: ASC, DESC\.$/)
  })
})

describe('oneOfOpen', () => {
  it('reads a known word in any case, and any other as it is', () => {
    expect(oneOfOpen(['created_at'])('CREATED_AT')).toBe('created_at')
    expect(oneOfOpen(['created_at'])('Priority')).toBe('Priority')
  })

  it('refuses nothing', () => {
    expect(() => oneOfOpen(['a', 'b'])(' ')).toThrow('Allowed: a, b, or another name.')
  })
})

describe('collect', () => {
  it('takes values one by one and with commas', () => {
    expect(collect('c', collect('a, b,'))).toEqual(['a', 'b', 'c'])
  })
})
