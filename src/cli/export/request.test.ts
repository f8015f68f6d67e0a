import { expect, it } from 'vitest'
import { adopt, differences, type Request } from './request.ts'

const earlier: Request = {
  baseUrl: 'https://chat.example',
  organization: 'acme',
  format: 'csv',
  bom: true,
  limit: 50,
  sortBy: 'id',
  sortDirection: 'DESC',
}
const now: Request = { ...earlier, bom: false, limit: 100, sortBy: 'created_at', sortDirection: 'ASC' }

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
