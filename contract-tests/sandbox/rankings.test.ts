import { expect, test } from 'vitest'
import { createRankings, serialsOf } from './rankings.ts'

const query = { organizationId: 'o', sortBy: 'id', sortDirection: 'ASC', offset: 1, limit: 2 } as const

function rankingOf(...serials: number[]): Buffer {
  const ranking = Buffer.alloc(4 * serials.length)
  for (const [index, serial] of serials.entries()) ranking.writeInt32BE(serial, 4 * index)
  return ranking
}

test('a page is cut from either end, and ends where the ranking does', () => {
  const ranking = rankingOf(5, 3, 2 ** 31 - 1, 1)
  expect(serialsOf(ranking, { sortDirection: 'ASC', offset: 1, limit: 2 })).toEqual([3, 2 ** 31 - 1])
  expect(serialsOf(ranking, { sortDirection: 'DESC', offset: 1, limit: 2 })).toEqual([2 ** 31 - 1, 3])
  expect(serialsOf(ranking, { sortDirection: 'DESC', offset: 3, limit: 10 })).toEqual([5])
  expect(serialsOf(ranking, { sortDirection: 'ASC', offset: 3, limit: 10 })).toEqual([1])
  for (const offset of [4, 100, Number.MAX_SAFE_INTEGER]) {
    expect(serialsOf(ranking, { sortDirection: 'ASC', offset, limit: 10 })).toEqual([])
  }
  expect(serialsOf(ranking, { sortDirection: 'ASC', offset: 0, limit: 0 })).toEqual([])
})

test('a ranking is read once until something changes, for each order and organization', async () => {
  const reads: string[] = []
  const rankings = createRankings(async (organizationId, sortBy) => {
    reads.push(`${organizationId}/${sortBy}`)
    return rankingOf(1, 2, 3)
  })
  const pick = async (serials: number[]) => serials
  expect(await Promise.all([rankings.page(query, pick), rankings.page(query, pick)])).toEqual([
    [2, 3],
    [2, 3],
  ])
  await rankings.page({ ...query, sortDirection: 'DESC' }, pick)
  expect(reads).toEqual(['o/id'])
  await rankings.page({ ...query, sortBy: 'status' }, pick)
  await rankings.page({ ...query, organizationId: 'other' }, pick)
  await rankings.change(['o'], async () => {})
  await rankings.page(query, pick)
  expect(reads).toEqual(['o/id', 'o/status', 'other/id', 'o/id'])
})

test('a change leaves alone what is known of other organizations', async () => {
  const reads: string[] = []
  const rankings = createRankings(async (organizationId) => {
    reads.push(organizationId)
    return rankingOf(1, 2, 3)
  })
  await rankings.prepare('o', 'id')
  await rankings.change(['other'], async () => {
    expect(await rankings.page(query, async (serials) => serials)).toEqual([2, 3])
  })
  await rankings.page(query, async (serials) => serials)
  expect(reads).toEqual(['o'])
})

test('no page comes of a ranking that changed before its conversations were read, nor while it changes', async () => {
  const rankings = createRankings(async () => rankingOf(1, 2, 3))
  const during = await rankings.page(query, async (serials) => {
    await rankings.change(['o'], async () => {})
    return serials
  })
  expect(during).toBeUndefined()
  await rankings.change(['o'], async () => {
    expect(await rankings.page(query, async (serials) => serials)).toBeUndefined()
  })
})

test('what fails is tried again: a ranking at the next page, and a change leaves nothing behind', async () => {
  let reads = 0
  const rankings = createRankings(async () => {
    reads += 1
    if (reads === 1) throw new Error('connection lost')
    return rankingOf(1, 2, 3)
  })
  const page = () => rankings.page(query, async (serials) => serials)
  await expect(page()).rejects.toThrow('connection lost')
  expect(await page()).toEqual([2, 3])
  await expect(rankings.change(['o'], () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
  expect(await page()).toEqual([2, 3])
  expect(reads).toBe(3)
})
