import { createLogger } from '@stoplight/prism-core'
import type { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createServer } from '@stoplight/prism-http-server'

/** Prism's validation proxy in front of a server: what it says of an answer stands in the header `sl-violations`. */
export async function startPrismProxy(
  operations: Awaited<ReturnType<typeof getHttpOperationsFromSpec>>,
  upstream: string,
) {
  const proxy = createServer(operations, {
    cors: false,
    components: { logger: createLogger('proxy', { level: 'silent' }) },
    config: {
      isProxy: true,
      upstream: new URL(upstream),
      upstreamProxy: undefined,
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      mock: { dynamic: false },
    },
  })
  return { baseUrl: await proxy.listen(0, '127.0.0.1'), close: () => proxy.close() }
}
