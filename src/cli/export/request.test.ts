import { expect, it } from 'vitest'
import { adopt, differences, type ExportRequest } from './request.ts'

const earlier: ExportRequest = {
  baseUrl: 'https://chat.example',
  organization: 'acme',
  format: 'csv',
  bom: true,
  limit: 50,
  sortBy: 'id',
  filters: {},
  sortDirection: 'DESC',
}
const now: ExportRequest = { ...earlier, bom: false, limit: 100, sortBy: 'created_at', sortDirection: 'ASC' }

it('takes over what was left to the defaults', () => {
  expect(differences(adopt(earlier, now, new Set()), earlier)).toEqual([])
})

it('names what was asked for and differs', () => {
  expect(differences(adopt(earlier, now, new Set(['limit', 'sortBy'])), earlier)).toEqual([
    '--limit was 50 and is 100',
    '--sort-by was id and is created_at',
  ])
})

it('never takes over where the token goes', () => {
  const elsewhere = { ...earlier, baseUrl: 'https://evil.example', organization: 'other' }
  expect(differences(adopt(elsewhere, now, new Set()), elsewhere)).toEqual([
    '--base-url was https://evil.example and is https://chat.example',
    '--organization was other and is acme',
  ])
})

it('knows filters, also of an export that was begun before there were any', () => {
  const { filters: _, ...old } = earlier
  const filtered: ExportRequest = { ...earlier, filters: { zz_state: 'OPEN', zz_count: 2 } }
  expect(differences(adopt(old as ExportRequest, earlier, new Set()), old as ExportRequest)).toEqual([])
  expect(differences(adopt(filtered, { ...now, filters: {} }, new Set()), filtered)).toEqual([])
  expect(differences(adopt(earlier, filtered, new Set(['filters'])), earlier)).toEqual([
    'what is filtered by was left out and is zz_count=2 zz_state=OPEN',
  ])
})
