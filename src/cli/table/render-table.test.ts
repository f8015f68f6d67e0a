import { expect, it } from 'vitest'
import { painter } from '../colour.ts'
import { renderTable } from './render-table.ts'

const column = { title: 'name', text: (row: string) => row }
const render = (rows: readonly string[]) =>
  renderTable(rows, { columns: [column], claims: [{ column, width: 12 }], width: 80, paint: painter(false) })

it('measures no more of a huge text than could be shown', () => {
  expect(render(['👍'.repeat(2 ** 21)])).toBe('name\n👍👍👍👍👍…\n')
})

it('takes any number of rows', () => {
  expect(render(Array.from({ length: 200_000 }, () => 'x')).length).toBe('name\n'.length + 200_000 * 'x\n'.length)
})
