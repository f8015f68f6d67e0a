import { describe, expect, it } from 'vitest'
import { csvCell } from './csv-cell.ts'

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' spaces ', '" spaces "'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [true, 'true'],
    [-5, '-5'],
    [1.5e300, '1.5e+300'],
    [{ a: 'x, "y"' }, '"{""a"":""x, \\""y\\""""}"'],
    [[], '[]'],
    ['half \ud800 pair', 'half \\ud800 pair'],
  ])('writes %j as %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+15550100', "'+15550100"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t\'=1"'],
    ['\rx', '"\'\rx"'],
    [' =1', "' =1"],
    ['＝1+1', "'＝1+1"],
    ['"=1', '"\'""=1"'],
    ['a;=cmd', '"a;\'=cmd"'],
    ['a; "=cmd', '"a;\' ""=cmd"'],
    ['a\n=cmd', '"a\n\'=cmd"'],
    ['a\r\n@cmd', '"a\r\n\'@cmd"'],
    ['a\t-cmd', '"a\t\'-cmd"'],
  ])('takes the formula out of %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })

  it.each(['a=b', 'a-b', 'me@example.com', '1+1', 'a, -b', '2024-06-03T11:57:48.000Z'])(
    'leaves %j as it is',
    (value) => {
      expect(csvCell(value).replaceAll('"', '')).toBe(value)
    },
  )

  it('takes the formula out of JSON without changing the value', () => {
    const meta = { title: 'a;=cmd', other: ['; @x', ';-1', '\n=1'] }
    const cell = csvCell(meta)
    expect(cell).not.toMatch(/[;\n]\s*[=@-]/)
    expect(JSON.parse(cell.slice(1, -1).replaceAll('""', '"'))).toEqual(meta)
  })

  it('is quick with text that is made to keep it busy', () => {
    expect(csvCell('\n'.repeat(200_000))).toHaveLength(200_002)
  })
})
