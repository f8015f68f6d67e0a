/** A front end's test without a server: the mocked endpoint is typed by the contract, through `paths`. */
import { setupServer } from 'msw/node'
import { createOpenApiHttp } from 'openapi-msw'
import { type Conversation, createChatClient, type paths } from 'opencopilot-chat'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openConversations } from './open-conversations.ts'

const baseUrl = 'https://chat.example.com'
const http = createOpenApiHttp<paths>({ baseUrl })
const server = setupServer()

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const chat = createChatClient({ baseUrl, token: 'any', retry: { baseDelay: 1 } })

const conversation: Conversation = {
  id: '1',
  copilot_id: 'my-organization',
  created_at: '2024-06-03T11:57:48.000Z',
  channel: 'web',
  classification: 'REFUND_REQUEST',
  assignee_id: 'copilot',
  handoff: true,
  handoff_sentiment: 'neutral',
  status: 'OPEN',
  meta: null,
  action_called: 1,
  total_messages: 9,
}

/** One page after the other, and empty ones behind. */
const servePages = (...pages: Conversation[][]) =>
  http.get('/backend/chat/{organization_id}', ({ params, query, response }) => {
    expect(params.organization_id).toBe('my-organization')
    return response(200).json(pages[Number(query.get('page') ?? 1) - 1] ?? [])
  })

it('counts what is open on all pages', async () => {
  server.use(
    servePages(
      [conversation, { ...conversation, id: '2', status: 'CLOSED' }],
      [
        { ...conversation, id: '3', status: 'open' },
        { ...conversation, id: '4', handoff: false },
      ],
    ),
  )
  expect(await openConversations(chat, 'my-organization')).toBe('2 conversations wait for you.')
})

it('asks to sign in when the token is refused', async () => {
  server.use(
    http.get('/backend/chat/{organization_id}', ({ response }) =>
      response(401).json({ statusCode: 401, message: 'Unauthorized' }, { headers: { 'WWW-Authenticate': 'Bearer' } }),
    ),
  )
  expect(await openConversations(chat, 'my-organization')).toBe('Sign in again.')
})

it('counts all the same when the server was busy', async () => {
  const busy = http.get(
    '/backend/chat/{organization_id}',
    ({ response }) => response(429).json({}, { headers: { 'Retry-After': '0' } }),
    { once: true },
  )
  server.use(busy, servePages([conversation]))
  expect(await openConversations(chat, 'my-organization')).toBe('1 conversation waits for you.')
})
