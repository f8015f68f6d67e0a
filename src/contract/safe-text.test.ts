import { expect, it } from 'vitest'
import { safeText } from './safe-text.ts'
import { shownToken } from './secrets.ts'

const target = { token: `secret-${'0123456789'.repeat(40)}` }

it('knows a token before it is cut', () => {
  expect(safeText(`Bearer ${target.token}`, target)).toBe(`Bearer ${shownToken}`)
  expect(safeText(`${'x'.repeat(480)} ${target.token}`, target)).not.toMatch(/secret|0123/)
})

it.each([
  ['\u001b[31mred\u009b0m', '␛[31mred�0m'],
  ['a\nb\r\n::error::c', 'a b ::error::c'],
  ['::error::x', ': :error::x'],
  ['x ##[error]y ##vso[task.z]', 'x # #[error]y # #vso[task.z]'],
  ['a\u202eb\ufffe\uffff\ud800', 'a�b���'],
  ['日本語 👩‍👩‍👧‍👦', '日本語 👩‍👩‍👧‍👦'],
])('disarms %j', (text, shown) => {
  expect(safeText(text, target)).toBe(shown)
})

it('is cut when long, and never within a character', () => {
  const text = safeText(`a${'👍'.repeat(600)}`, target)
  expect(text.length).toBeLessThanOrEqual(501)
  expect(text).toMatch(/👍…$/u)
  expect(safeText('x'.repeat(500), target)).toBe('x'.repeat(500))
})
