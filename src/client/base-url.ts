import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** Checks a base URL and cuts its trailing slashes. */
export function readBaseUrl(value: string | URL, allowInsecureHttp?: boolean): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (allowInsecureHttp || isLoopback(url)))
  if (url && isSafe && !url.username && !url.password && !url.search && !url.hash) return url.href.replace(/\/+$/, '')
  // The value itself stays unsaid: it may hold a password.
  throw new ChatConfigurationError(
    'baseUrl must be an https URL without password, query and fragment; http only to this machine, or with allowInsecureHttp',
  )
}

const isLoopback = ({ hostname }: URL) => /^(?:(?:.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
