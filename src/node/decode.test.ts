import { expect, it } from 'vitest'
import { decode } from './decode.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

it.each([
  ['nothing', ''],
  ['ASCII', '[{"id": "c1"}]'],
  ['letters of Europe', 'Grüße aus Zürich'],
  ['letters of the world', 'مرحبا 你好 🙂'],
  ['a byte order mark', '\ufeff[]'],
  ['a byte order mark, and one within', '\ufeff\ufeffü\ufeff'],
])('decodes %s as the platform does', (_, text) => {
  const bytes = new TextEncoder().encode(text)
  expect(decode(bytes)).toBe(utf8.decode(bytes))
})

it('decodes what stands within other bytes', () => {
  const bytes = new TextEncoder().encode('ä[ö]ü')
  expect(decode(bytes.subarray(2, 6))).toBe('[ö]')
})

it.each([
  ['a byte of latin1', [0x5b, 0xfc, 0x5d]],
  ['half a character', [0x5b, 0xc3]],
  ['half a surrogate pair', [0xed, 0xa0, 0x80]],
])('refuses %s as the platform does', (_, bytes) => {
  expect(() => decode(Uint8Array.from(bytes))).toThrow(TypeError)
})
