import { fileURLToPath } from 'node:url'
import { createLogger } from '@stoplight/prism-core'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createServer } from '@stoplight/prism-http-server'

const contractFile = fileURLToPath(new URL('../../openapi/openapi.yaml', import.meta.url))

export interface MockOptions {
  /** Default: 0, a free port. */
  port?: number
  /** Default: 127.0.0.1. */
  host?: string
  /** Told what is wrong with a request that breaks the contract. Prism's own log is left out: it holds tokens. */
  onViolation?: (message: string) => void
}

export interface Mock {
  baseUrl: string
  close(): Promise<void>
}

/** Serves the contract's examples with Prism: stateless, so pages and sorting don't change the answer. */
export async function startMock({ port = 0, host = '127.0.0.1', onViolation }: MockOptions = {}): Promise<Mock> {
  const operations = await getHttpOperationsFromSpec(contractFile)
  const server = createServer(operations, {
    cors: true,
    components: {
      logger: createLogger('mock', { level: 'error' }, { write: (line: string) => report(line, onViolation) }),
    },
    config: {
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: false,
      mock: { dynamic: false },
      upstreamProxy: undefined,
      isProxy: false,
    },
  })
  const baseUrl = await server.listen(port, host)
  return { baseUrl, close: () => server.close() }
}

function report(line: string, onViolation: MockOptions['onViolation']) {
  const { msg } = JSON.parse(line)
  if (typeof msg === 'string' && msg.startsWith('Violation: ')) onViolation?.(msg.slice('Violation: '.length))
}
