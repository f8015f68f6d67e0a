import { ChatConfigurationError } from '../client/errors/chat-configuration-error.ts'

/** The proxies that the environment names, in small letters first, as everywhere; an empty variable is none. */
export function readProxies(environment: NodeJS.ProcessEnv) {
  const read = (name: string) => environment[name.toLowerCase()] || environment[name] || ''
  const proxy = (name: string) => proxyUrl(name, read(name).trim())
  return { httpProxy: proxy('HTTP_PROXY'), httpsProxy: proxy('HTTPS_PROXY'), noProxy: read('NO_PROXY') }
}

/** Without a scheme it is http, as for curl. */
function proxyUrl(name: string, value: string): string {
  if (!value) return ''
  try {
    const { protocol, hostname, username, password, href } = new URL(value.includes('://') ? value : `http://${value}`)
    decodeURIComponent(username + password)
    if (/^https?:$/.test(protocol) && hostname) return href
  } catch {
    // The engine's own error shows the value.
  }
  // It may hold a password.
  throw new ChatConfigurationError(`${name} must be an http or https URL`)
}
