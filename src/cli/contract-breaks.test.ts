import { expect, it } from 'vitest'
import { conversation } from '../contract/testing/conversations.ts'
import type { Conversation } from '../index.ts'
import { breakLines, countBreaks, refuseBreaks } from './contract-breaks.ts'
import { keepNumbers } from './exact-numbers.ts'

const good = conversation('c-1')
const odd = conversation('c-2', { status: 5, meta: { title: 7 } })

it('counts each conversation once for each kind, on top of what was counted before', () => {
  const breaks = countBreaks([odd, good], countBreaks([good, odd, conversation('c-3', { status: null })]))
  expect(breakLines(breaks)).toBe(
    '3 conversations: /status must be of type string\n2 conversations: /meta/title must be of type string or null\n',
  )
  expect(breakLines(countBreaks([odd], {}))).toMatch(/^1 conversation: /)
  expect(breakLines(countBreaks([good]))).toBe('')
})

it('takes a number that is kept digit by digit for a number', () => {
  const [one] = JSON.parse(
    keepNumbers(`[${JSON.stringify(good).replace('"total_messages":1', '"total_messages":12345678901234567890')}]`),
  )
  expect(countBreaks([one])).toEqual({})
  const [other] = JSON.parse(keepNumbers('[{"id":12345678901234567890}]')) as Conversation[]
  expect(countBreaks([other as Conversation])).toHaveProperty('/id must be of type string and not empty', 1)
})

it('refuses the first that breaks the contract, without a value', () => {
  expect(() => refuseBreaks([good], 1)).not.toThrow()
  expect(() => refuseBreaks([good, odd], 3)).toThrow(
    'A conversation on page 3 breaks the contract: /status must be of type string; /meta/title must be of type string or null',
  )
})
