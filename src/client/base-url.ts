import { loopback } from '../http/loopback.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** Checks a base URL and cuts its trailing slashes. */
export function readBaseUrl(value: string | URL, allowInsecureHttp?: boolean): string {
  const { protocol, hostname, origin, pathname, href } = URL.canParse(value) ? new URL(value) : ({} as Partial<URL>)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && (allowInsecureHttp || loopback.test(hostname ?? '')))
  // An origin has no user and no password.
  if (isSafe && href === `${origin}${pathname}`) return href.replace(/\/+$/, '')
  // The value itself stays unsaid: it may hold a password.
  throw new ChatConfigurationError('baseUrl must be https, or http with allowInsecureHttp, without password and query')
}
