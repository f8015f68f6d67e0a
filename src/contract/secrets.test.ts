import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact, shownOtherToken, shownToken } from './secrets.ts'

// Without what begins an escape, which no token may hold either (RFC 6750, section 2.1).
const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index)).filter(
  (each) => !/[%&\\]/.test(each),
)
const token = fc.string({ unit: fc.constantFrom(...visible), minLength: 16, maxLength: 60 })

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64')
const everyCharacter = (text: string, encode: (code: string) => string) =>
  [...text].map((character) => encode(character.charCodeAt(0).toString(16).padStart(2, '0'))).join('')

/** What servers make of a token that they give back. */
const forms: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'escaped for a URL': encodeURIComponent,
  'escaped for a URL twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'escaped for a URL, every character': (text) => everyCharacter(text, (code) => `%${code}`),
  'escaped for JSON': (text) => JSON.stringify(text),
  'escaped for JSON twice': (text) => JSON.stringify(JSON.stringify(text)),
  'escaped for JSON, every character': (text) => everyCharacter(text, (code) => `\\u00${code}`),
  'escaped for markup': (text) => everyCharacter(text, (code) => `&#x${code};`),
  'in base64': base64,
  'in base64 with its scheme': (text) => base64(`Bearer ${text}`),
  'in base64 within JSON': (text) => base64(`{"token":"${text}"}`),
  'in base64url': (text) => base64(`Bearer ${text}`).replaceAll('+', '-').replaceAll('/', '_'),
  'in base64 on several lines': (text) => base64(text).replace(/.{8}/g, '$&\n'),
  'in hexadecimal': (text) => everyCharacter(text, (code) => code),
  'with controls in between': (text) => [...text].join('\u0000'),
}

const shown = (text: string, secret: string) =>
  redact(text, { token: secret })
    .replaceAll(shownToken, '')
    .replace(/[\s\0]/g, '')

describe('a token that is given back', () => {
  it.each(Object.entries(forms))('%s is not shown, nor is a part of it of twelve characters', (_, form) => {
    fc.assert(
      fc.property(token, fc.nat(8), fc.nat(8), (secret, from, to) => {
        const cut = form(secret)
        const text = cut.slice(from, cut.length - to)
        // What was cut within an escape or a group of base64 leaves less than twelve characters of the token.
        const rest = shown(`was: ${text} end`, secret).replace('was:', '').replace('end', '')
        expect(rest.length).toBeLessThan(text.length < 24 ? 24 : 44)
        for (let start = 0; start + 12 <= secret.length; start++) {
          expect(rest.toLowerCase()).not.toContain(secret.slice(start, start + 12).toLowerCase())
        }
      }),
      { numRuns: 50 },
    )
  })
})

it('in base64, only characters that also hold what stands around a token are shown, however short it is', () => {
  const short = fc.string({ unit: fc.constantFrom(...visible), minLength: 7, maxLength: 20 })
  const around = fc.constantFrom('', '"', '":', '{t:')
  fc.assert(
    fc.property(short, around, around, (secret, before, behind) => {
      const text = base64(before + secret + behind).replace(/=+$/, '')
      const from = Math.ceil((before.length * 8) / 6)
      const to = Math.floor(((before + secret).length * 8) / 6)
      expect(shown(text, secret).length).toBeLessThanOrEqual(text.length - (to - from))
    }),
    { numRuns: 200 },
  )
})

it('tells two tokens apart that begin alike', () => {
  const tokens = { token: 'eyJhbGciOiJIUzI1NiJ9.first', otherToken: 'eyJhbGciOiJIUzI1NiJ9.other' }
  expect(redact(`${tokens.otherToken}, ${tokens.token}`, tokens)).toBe(`${shownOtherToken}, ${shownToken}`)
})

it.each([
  'text/html; charset=utf-8',
  '{"message":"limit must be at least 1"}',
  'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  '100 % sure, C:\\Users & <b>',
  '',
])('leaves %s as it is', (text) => {
  expect(redact(text, { token: 'secret-token-of-acme' })).toBe(text)
})

it('goes through a text once, however many backslashes follow each other in it', () => {
  const row = '\\'.repeat(200_000)
  expect(redact(`${row}, "token-of-1234"`, { token: 'token-of-1234' })).toBe(`${row}, "${shownToken}"`)
})
