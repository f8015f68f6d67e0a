/**
 * What the client must do on every platform, told by nothing but the package and web standards: the same script runs in
 * Node, Deno, Bun, a browser's page and worker, and where there is no more than an edge worker has.
 */
import { type ChatClientOptions, ChatError, createChatClient } from 'opencopilot-chat'

/** Base URLs of one healthy server, and of others that are difficult in one way each. */
export interface Servers {
  healthy: string
  /** Answers after a minute. */
  slow: string
  /** Sends everybody to the healthy one. */
  moved: string
  /** Answers 503 to every other request. */
  flaky: string
  /** Answers with a page for people. */
  html: string
  /** Breaks the connection within the body. */
  cut: string
}

export interface ScenarioInput {
  servers: Servers
  token: string
  organizationId: string
  /** Less than the organization has. */
  pageSize: number
}

export type Report = Awaited<ReturnType<typeof scenario>>

/** Lists, walks, leaves, aborts and fails; tells what came of it as plain data. */
export async function scenario(input: ScenarioInput, fetch?: typeof globalThis.fetch) {
  const { servers, token, organizationId, pageSize } = input
  const clientOf = (baseUrl: string, more?: Partial<ChatClientOptions>) =>
    createChatClient({ token: async () => token, baseUrl, retry: false, fetch, ...more })
  const failureOf = async (baseUrl: string, more?: Partial<ChatClientOptions>) => {
    const answer = clientOf(baseUrl, more).listConversations(organizationId, { limit: 50 })
    return told(
      await answer.then(
        () => 'no error',
        (error: unknown) => error,
      ),
    )
  }
  const chat = clientOf(servers.healthy)

  const firstPage = await chat.listConversations(organizationId, { limit: 3, sortBy: 'created_at' })
  const { data, response } = await chat.http.GET('/backend/chat/{organization_id}', {
    params: { path: { organization_id: organizationId }, query: { limit: 2, sortDirection: 'DESC' } },
  })

  const walked: string[] = []
  for await (const { id } of chat.conversations(organizationId)) walked.push(id)
  const sizes: number[] = []
  for await (const page of chat.pages(organizationId, { limit: pageSize, concurrency: 1 })) sizes.push(page.length)

  let left = 0
  for await (const _ of chat.conversations(organizationId)) if (++left === 15) break

  const retries: number[] = []
  const patient = clientOf(servers.flaky, {
    retry: { baseDelay: 1 },
    onRetry: ({ error }) => retries.push(error.status ?? 0),
  })
  const retried = await patient.listConversations(organizationId)

  return {
    firstPage: firstPage.map(({ id }) => id),
    http: { status: response.status, size: data?.length },
    walked,
    sizes,
    left,
    retried: { size: retried.length, retries },
    aborted: await abort(clientOf(servers.slow), organizationId),
    errors: {
      refused: await failureOf(servers.healthy, { token: 'wrong-token' }),
      late: await failureOf(servers.slow, { timeout: 30 }),
      moved: await failureOf(servers.moved),
      html: await failureOf(servers.html),
      cut: await failureOf(servers.cut),
      unreachable: await failureOf('http://127.0.0.1:1'),
      misused: await failureOf(servers.healthy, { token: '' }).catch(told),
    },
  }
}

/** Aborts one call by a controller and a walk by a time limit, both while the server is thinking. */
async function abort(chat: ReturnType<typeof createChatClient>, organizationId: string) {
  const controller = new AbortController()
  const reason = new Error('not needed any more')
  setTimeout(() => controller.abort(reason), 20)
  const call = await chat
    .listConversations(organizationId, { signal: controller.signal })
    .catch((error: unknown) => error === reason)
  const walk = await chat
    .pages(organizationId, { signal: AbortSignal.timeout(20) })
    [Symbol.asyncIterator]()
    .next()
    .catch((error: unknown) => (error as Error).name)
  return { call, walk }
}

/** What a program can tell of an error. */
function told(error: unknown) {
  if (!(error instanceof ChatError)) return { code: 'not a ChatError', status: undefined, text: String(error) }
  const { name, code, status, requestId, attempts } = error
  const text = `${error} ${JSON.stringify(error)}`
  return { name, code, status, hasRequestId: requestId !== undefined, attempts, text }
}
