import { describe, expect, it } from 'vitest'
import { schemas } from '../../../generated/facts.ts'
import { conversation } from '../../contract/testing/conversations.ts'
import { keepNumbers, withPlainNumbers } from '../exact-numbers.ts'
import { csv } from './csv.ts'
import { extensions, type FormatName, formatOfExtension, formats } from './index.ts'

const contract = schemas.Conversation

const kept = JSON.parse(keepNumbers('[12345678901234567890,12345678901234567891]')) as unknown[]
const odd: unknown[] = ['plain', '=1', 'a"b', 'a,b', 'a\nb', 'a\r\nb', ' c ', '日本', "'=1", '\u2028', 7, -8, ...kept]
odd.push('half \ud800', 'half \ud801', { $oid: 'a' }, '', null, undefined)
const conversations = odd.map((id, index) =>
  conversation('', {
    id,
    summary: `"${id}",\n{"id":"x"}`,
    meta: { id: 'y' },
    ...(index % 2 && { extra: [index] }),
  }),
)

/** What a file holds, in pieces that fall between any two characters. */
async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const bodyOf = (name: FormatName) => {
  const { open, item } = formats[name]
  return open + conversations.map((one, index) => item(one, index === 0)).join('')
}

describe.each(Object.keys(formats) as FormatName[])('%s', (name) => {
  const { readKeys, keyOf } = formats[name]
  const written = Buffer.from(bodyOf(name)).toString()

  it.each([1, 7, 100_000])('gives back the ids of what it wrote, in pieces of %i', async (size) => {
    const keys: unknown[] = []
    for await (const key of readKeys(pieces(written, size))) keys.push(key || undefined)
    expect(keys).toEqual(odd.map(keyOf))
  })

  it('tells any two ids apart', () => {
    const keys = odd.map(keyOf).filter((key) => key !== undefined)
    expect(keys.length).toBeGreaterThanOrEqual(odd.length - 3)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('writes numbers digit by digit', () => {
    const [one] = JSON.parse(keepNumbers('[{"id":"x","total_messages":12345678901234567890,"meta":{"n":1e400}}]'))
    expect(formats[name].item(one, true)).toMatch(
      /12345678901234567890[^"].*[":]1e400\}|1e400\}.*,12345678901234567890,/,
    )
  })
})

describe('json', () => {
  it.each([0, 1, 3])('is one array of %i conversations', (count) => {
    const { open, item, close } = formats.json
    const some = conversations.slice(0, count)
    const text = open + some.map((one, index) => item(one, index === 0)).join('') + close(count)
    expect(JSON.parse(text)).toEqual(withPlainNumbers(some))
    expect(text.endsWith(']\n')).toBe(true)
  })
})

describe('ndjson', () => {
  it('is a JSON text a line', () => {
    const lines = bodyOf('ndjson').trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(withPlainNumbers(conversations))
  })
})

describe('csv', () => {
  it('has a column for each field of the contract and one for all others', () => {
    const fields = Object.keys(contract.fields)
    expect(csv.open).toBe(`${[...fields, 'other_fields'].join(',')}\r\n`)
    const row = csv.item(conversation('c-1', { more: 1, other: ['a'] }), true)
    expect(row.endsWith(',"{""more"":1,""other"":[""a""]}"\r\n')).toBe(true)
    expect(csv.item(conversation('c-1'), true).endsWith(',\r\n')).toBe(true)
  })
})

describe('formatOfExtension', () => {
  it('knows every extension, in any case', () => {
    expect(extensions.map(formatOfExtension)).toEqual(['json', 'ndjson', 'ndjson', 'csv'])
    expect(formatOfExtension('.CSV')).toBe('csv')
    expect(formatOfExtension('.xls')).toBeUndefined()
  })
})
