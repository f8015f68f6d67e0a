import { server } from '../../generated/facts.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** Checks a base URL and cuts its trailing slashes. The URL itself is in no message: it may hold a password. */
export function readBaseUrl(value: string | URL = server, allowInsecureHttp = false): string {
  const url = URL.canParse(String(value)) ? new URL(String(value)) : refuse('must be an absolute URL')
  const { protocol, hostname } = url
  if (protocol !== 'https:' && protocol !== 'http:') refuse('must start with https:// or http://')
  if (url.username || url.password) refuse('must hold no user name or password')
  if (url.search || url.hash) refuse('must have no query and no fragment')
  if (protocol === 'http:' && !allowInsecureHttp && !isLoopback(hostname)) {
    refuse(
      'must be https beyond this machine, since http shows the token to the network; allowInsecureHttp: true allows it',
    )
  }
  return url.href.replace(/\/+$/, '')
}

const isLoopback = (hostname: string) => /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)

function refuse(problem: string): never {
  throw new ChatConfigurationError(`baseUrl ${problem}`)
}
