import { loopback } from '../http/loopback.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** Checks a base URL and cuts its trailing slashes. */
export function readBaseUrl(value: string | URL, allowInsecureHttp?: boolean): string {
  const problem = problemOf(value, allowInsecureHttp)
  // The value itself stays unsaid: it may hold a password.
  if (problem) throw new ChatConfigurationError(`baseUrl must ${problem}`)
  return String(new URL(value)).replace(/\/+$/, '')
}

/** Which rule a URL breaks. */
function problemOf(value: string | URL, allowInsecureHttp: boolean | undefined): string | undefined {
  if (!URL.canParse(value)) return 'be a whole URL, like https://example.com'
  const { protocol, hostname, origin, pathname, href, username, password } = new URL(value)
  if (!/^https?:$/.test(protocol)) return `be http or https, not ${protocol}`
  if (!(protocol === 'https:' || allowInsecureHttp || loopback.test(hostname)))
    return 'be https, or allowInsecureHttp set'
  if (username || password) return 'have no user and password'
  // Also where these are empty: a lone ? or # would swallow the path.
  if (href !== origin + pathname) return 'have no query and fragment'
  return undefined
}
