import { errorReply, openStore, type Seams, startSandbox } from '../sandbox/index.ts'
import type { ScenarioInput, Servers } from './scenario.ts'

/** The servers of the scenario, all with the same conversations. */
export interface ScenarioServers {
  input: ScenarioInput
  /** The ids that there are, in the order of the list. */
  ids: string[]
  close(): Promise<void>
}

/** Starts the servers of the scenario: sandboxes on one store. */
export async function startServers(): Promise<ScenarioServers> {
  const store = await openStore()
  const healthy = await startSandbox({ store })
  let requests = 0
  const difficulties: Record<Exclude<keyof Servers, 'healthy'>, Seams> = {
    slow: onGet((reply) => ({ ...reply, delay: 60_000 })),
    moved: onGet((reply, { path, query }) => ({
      ...reply,
      status: 307,
      headers: { ...reply.headers, Location: `${healthy.baseUrl}${path}?${query}` },
    })),
    flaky: onGet((reply) =>
      ++requests % 2 ? { ...errorReply(503, 'Busy', { 'Retry-After': '0' }), headers: reply.headers } : reply,
    ),
    html: onGet((reply) => ({ ...reply, raw: '<!doctype html><title>Sign in</title>' })),
    cut: onGet((reply) => ({ ...reply, cut: 'within' })),
  }
  const names = Object.keys(difficulties) as (keyof typeof difficulties)[]
  const difficult = await Promise.all(names.map((name) => startSandbox({ store, seams: difficulties[name] })))
  const [{ id, token, conversations }] = healthy.organizations
  return {
    input: {
      servers: {
        healthy: healthy.baseUrl,
        ...(Object.fromEntries(names.map((name, index) => [name, difficult[index]?.baseUrl])) as Omit<
          Servers,
          'healthy'
        >),
      },
      token,
      organizationId: id,
      pageSize: 20,
    },
    ids: [...conversations]
      .sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at) || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id),
    close: async () => {
      await Promise.all([healthy, ...difficult].map((sandbox) => sandbox.close()))
      await store.close()
    },
  }
}

type Respond = NonNullable<Seams['respond']>

/** Leaves the preflight alone, which a browser sends before a token goes to another origin. */
const onGet = (
  change: (reply: Parameters<Respond>[0], request: Parameters<Respond>[1]['request']) => ReturnType<Respond>,
): Seams => ({
  respond: (reply, { request }) => (request.method === 'GET' ? change(reply, request) : reply),
})
