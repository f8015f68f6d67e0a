import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../generated/facts.ts'
import type { Conversation } from '../generated/types.ts'
import { ChatApiError, type ChatClient, createChatClient } from '../src/index.ts'

const operation = operations.listConversations
const { parameters } = operation

export interface ClientTarget {
  baseUrl: string
  token: string
  organizationId: string
  /** Why pages can't be walked there. */
  stateless?: string
}

const [ascending, descending] = parameters.sortDirection.allowed

/** How far a walk over a server of unknown size goes. */
const most = 200

/** The client on one target, against what the wire says. */
export function describeClient(name: string, connect: () => Promise<ClientTarget>) {
  describe(`the client, on ${name}`, () => {
    let target: ClientTarget
    let chat: ChatClient

    beforeAll(async () => {
      target = await connect()
      chat = createChatClient({ baseUrl: target.baseUrl, token: target.token })
    })

    /** What the server sends, read by nothing but fetch. */
    async function wire(query: Record<string, string> = {}) {
      const path = operation.path.replace('{organization_id}', encodeURIComponent(target.organizationId))
      const headers = { Authorization: `Bearer ${target.token}` }
      const response = await fetch(`${target.baseUrl}${path}?${new URLSearchParams(query)}`, { headers })
      return { status: response.status, body: await response.json() }
    }

    async function walked(options?: Parameters<ChatClient['conversations']>[1]) {
      const found: Conversation[] = []
      for await (const conversation of chat.conversations(target.organizationId, options)) {
        found.push(conversation)
        if (found.length === most) break
      }
      return found
    }

    it('hands on a page as it was sent', async () => {
      const page = await chat.listConversations(target.organizationId, { limit: 3, sortDirection: descending })
      expect(page).toEqual((await wire({ limit: '3', sortDirection: descending })).body)
    })

    it('asks for the defaults of the contract when told nothing', async () => {
      const page = await chat.listConversations(target.organizationId)
      const { page: number, limit, sortBy, sortDirection } = parameters
      const spoken = {
        page: number.default,
        limit: limit.default,
        sortBy: sortBy.default,
        sortDirection: sortDirection.default,
      }
      expect(page).toEqual(await chat.listConversations(target.organizationId, spoken))
      expect(page.length).toBeLessThanOrEqual(limit.default)
    })

    it('gives the same through the typed client underneath', async () => {
      const { data } = await chat.http.GET(operation.path, {
        params: { path: { organization_id: target.organizationId }, query: { limit: 2 } },
      })
      expect(data).toEqual((await wire({ limit: '2' })).body)
    })

    it('turns a refusal into an error with its status', async () => {
      const stranger = createChatClient({ baseUrl: target.baseUrl, token: 'x' })
      const error = await stranger.http
        .GET(operation.path, {
          params: { path: { organization_id: target.organizationId } },
          headers: { Prefer: 'code=401' },
        })
        .catch((reason: unknown) => reason)
      const { response } = error as { response: Response }
      expect(response.status).toBeGreaterThanOrEqual(400)
      if (target.stateless) return
      await expect(stranger.listConversations(target.organizationId)).rejects.toBeInstanceOf(ChatApiError)
    })

    it('walks every conversation once, in order, whatever the size of the pages', async (context) => {
      if (target.stateless) context.skip(target.stateless)
      const wide = await walked({ limit: 100 })
      if (wide.length === 0) context.skip('the organization has no conversation')
      const ids = wide.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const times = wide.map(({ created_at }) => Date.parse(created_at))
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect((await walked({ limit: 7 })).map(({ id }) => id)).toEqual(ids)
    })

    it('walks from the other end', async (context) => {
      if (target.stateless) context.skip(target.stateless)
      const up = await walked({ limit: 50, sortDirection: ascending })
      if (up.length === most) context.skip(`the organization has ${most} conversations or more`)
      const down = await walked({ limit: 50, sortDirection: descending })
      expect(new Set(down.map(({ id }) => id))).toEqual(new Set(up.map(({ id }) => id)))
    })
  })
}
