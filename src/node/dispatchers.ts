// By its file: Bun has an 'undici' of its own, which can't send these requests.
import { Agent, type buildConnector, type Dispatcher, EnvHttpProxyAgent, Pool } from 'undici/index.js'
import { loopback } from '../http/base-url.ts'
import { connector } from './connect.ts'
import { readProxies } from './proxies.ts'
import { tunnelling } from './tunnelling.ts'

/**
 * Who sends a request to which URL: a proxy where the environment names one. What is for this machine stays on it, and
 * so does the token that plain http shows to everybody on the way.
 */
export function environmentDispatchers(
  environment: NodeJS.ProcessEnv = process.env,
  tls: buildConnector.BuildOptions = {},
): (url: URL) => Dispatcher {
  // The client has time limits of its own, which may be longer than undici's.
  const settings = { connect: connector(tls), headersTimeout: 0, bodyTimeout: 0 }
  const direct = new Agent(settings)
  const { httpProxy, httpsProxy, noProxy } = readProxies(environment)
  if (!httpProxy && !httpsProxy) return () => direct
  const proxied = new EnvHttpProxyAgent({
    ...settings,
    httpProxy,
    httpsProxy,
    noProxy,
    requestTls: tls,
    clientFactory: (proxy) => tunnelling(new Pool(proxy, settings)),
  })
  return ({ hostname }) => (loopback.test(hostname) ? direct : proxied)
}
