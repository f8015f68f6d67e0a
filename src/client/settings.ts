import { server } from '../../generated/client.ts'
import { readBaseUrl } from './base-url.ts'
import { checkToken } from './bearer-token.ts'
import { type Rule, type Rules, readOptions } from './check-options.ts'
import { defaults } from './defaults.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import type { ChatResponseError } from './errors/chat-response-error.ts'
import type { ChatClientOptions } from './options.ts'
import type { SendSettings } from './send.ts'

/** The options of a client, checked, with their defaults. */
export interface Settings extends SendSettings {
  baseUrl: string
  headers: Record<string, string>
  validate: 'throw' | 'report' | 'off'
  onInvalid: (error: ChatResponseError) => void
}

/** A timer that is set to more milliseconds goes off at once. */
const never = 2 ** 31 - 1
const count = (fallback: number, minimum = 1): Rule => ({ type: 'integer', minimum, maximum: never, default: fallback })
const callback = { type: 'function' }

const rules: Rules = {
  token: {},
  baseUrl: {},
  fetch: { ...callback, default: (...request: Parameters<typeof fetch>) => globalThis.fetch(...request) },
  headers: {},
  timeout: count(defaults.timeout),
  totalTimeout: count(never),
  retry: { type: 'object' },
  onRetry: callback,
  validate: { allowed: ['throw', 'report', 'off'], default: 'report' },
  onInvalid: callback,
  maxBodyBytes: count(defaults.maxBodyBytes),
  allowInsecureHttp: { type: 'boolean' },
}

const retryRules: Rules = {
  attempts: count(defaults.retry.attempts),
  baseDelay: count(defaults.retry.baseDelay, 0),
  maxDelay: count(defaults.retry.maxDelay, 0),
  maxRetryAfter: count(defaults.retry.maxRetryAfter, 0),
}

/** Checks the options of a client and fills in the defaults. */
export function readSettings(options: ChatClientOptions): Settings {
  const retry = options.retry === false ? { attempts: 1 } : options.retry
  const settings = readOptions<Settings & ChatClientOptions>({ ...options, retry }, rules)
  const { token, baseUrl, headers, allowInsecureHttp } = settings
  return {
    ...settings,
    ...readOptions<Settings>(retry ?? {}, retryRules),
    onInvalid: settings.onInvalid ?? createWarnOnce(),
    token: typeof token === 'function' ? token : checkToken(token),
    baseUrl: readBaseUrl(baseUrl || server, allowInsecureHttp),
    headers: readHeaders(headers),
  }
}

function readHeaders(given: HeadersInit | undefined): Record<string, string> {
  try {
    const headers = { accept: 'application/json', ...Object.fromEntries(new Headers(given)) }
    if (!('authorization' in headers)) return headers
  } catch {
    // The engine's own message shows the value, which may be a secret.
  }
  throw new ChatConfigurationError('headers must be legal, and leave authorization to token')
}

/** Warns on the console of each rule that is broken at each place of a conversation, once: every page may break the same. */
function createWarnOnce(): (error: ChatResponseError) => void {
  const said = new Set<string>()
  return ({ method, url, violations }) => {
    for (const { instancePath, expected } of violations) {
      const rule = `${instancePath.replace(/^\/\d+/, '') || 'a conversation'} must be ${expected}`
      if (said.has(rule)) continue
      said.add(rule)
      console.warn(`${method} ${url} breaks the contract: ${rule}`)
    }
  }
}
