import { expect, it } from 'vitest'
import { minuteByMinute } from '../../contract/testing/conversations.ts'
import { createChatClient } from '../../index.ts'
import { createListServer } from '../testing/list-server.ts'
import { limitsUpTo, openPages } from './open-pages.ts'
import type { ExportRequest } from './request.ts'

const request = { organization: 'acme', sortBy: 'created_at', sortDirection: 'ASC' } as ExportRequest

/** Opens the pages of a server that refuses a limit by such a status. */
async function open(refuses: (limit: string | null) => number | false, limits = limitsUpTo(100)) {
  const server = createListServer(minuteByMinute('a', 'b', 'c'))
  const asked: (string | null)[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input))
    asked.push(url.searchParams.get('limit'))
    const status = refuses(url.searchParams.get('limit'))
    if (status) return new Response('{}', { status })
    if (!url.searchParams.has('limit')) url.searchParams.set('limit', '10')
    return server.fetch(url, init)
  }
  const chat = createChatClient({ token: 'made-up', baseUrl: 'https://chat.example', fetch, retry: false })
  const { signal } = new AbortController()
  const opened = openPages({ chat, request, startPage: 1, concurrency: 4, signal }, limits)
  return { opened, asked }
}

it('tries 100, 50, 25 and none', () => {
  expect(limitsUpTo(100)).toEqual([100, 50, 25, null])
  expect(limitsUpTo(50)).toEqual([50, 25, null])
  expect(limitsUpTo(7)).toEqual([7, null])
  expect(limitsUpTo(null)).toEqual([null])
})

it.each([
  [422, 50, 50],
  [400, 25, 25],
  [400, 0, null],
])('goes by the first limit that is not answered %i, at most %i', async (status, maximum, limit) => {
  const { opened, asked } = await open((wanted) => wanted !== null && Number(wanted) > maximum && status)
  const { limit: taken, pages } = await opened
  expect(taken).toBe(limit)
  expect(asked.at(-1)).toBe(limit === null ? null : String(limit))
  const all = []
  for await (const page of pages) all.push(...page)
  expect(all.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('fails as the last one does where all are refused, and at once by any other status', async () => {
  const refused = await open(() => 400)
  await expect(refused.opened).rejects.toMatchObject({ status: 400 })
  expect(refused.asked).toEqual(['100', '50', '25', null])
  const other = await open(() => 403)
  await expect(other.opened).rejects.toMatchObject({ status: 403 })
  expect(other.asked).toEqual(['100'])
})

it('has no more than the limit that was chosen', async () => {
  const { opened, asked } = await open(() => 422, [100])
  await expect(opened).rejects.toMatchObject({ status: 422 })
  expect(asked).toEqual(['100'])
})
