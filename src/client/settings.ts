import { readBaseUrl } from './base-url.ts'
import { checkToken } from './bearer-token.ts'
import {
  anything,
  callable,
  checkOptions,
  flag,
  integer,
  milliseconds,
  oneOf,
  type Rules,
  wait,
} from './check-options.ts'
import { type Clock, systemClock } from './clock.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import type { ChatResponseError } from './errors/chat-response-error.ts'
import type { HttpSettings } from './http-client.ts'
import type { ChatClientOptions } from './options.ts'
import type { RetryOptions } from './retry-delay.ts'

/** The options of a client, checked, with their defaults. */
export interface Settings extends HttpSettings {
  validate: 'throw' | 'report' | 'off'
  onInvalid: (error: ChatResponseError) => void
}

const rules: Rules = {
  token: anything,
  baseUrl: anything,
  fetch: callable,
  headers: anything,
  timeout: milliseconds,
  totalTimeout: milliseconds,
  retry: ['false or an object', (value: unknown) => value === false || (typeof value === 'object' && value !== null)],
  onRetry: callable,
  validate: oneOf(['throw', 'report', 'off']),
  onInvalid: callable,
  maxBodyBytes: integer(1),
  allowInsecureHttp: flag,
}

const retryRules: Rules = { attempts: integer(1), minDelay: wait, maxDelay: wait, maxRetryAfter: wait }

/** Checks the options of a client and fills in the defaults. */
export function readOptions(options: ChatClientOptions, clock: Clock = systemClock): Settings {
  checkOptions(options, rules)
  const { token, retry, fetch } = options
  if (retry) checkOptions(retry, retryRules, 'retry.')
  const {
    attempts = 4,
    minDelay = 200,
    maxDelay = 5000,
    maxRetryAfter = 60_000,
  } = retry === false ? once : (retry ?? {})
  return {
    token: typeof token === 'function' ? token : checkToken(token),
    baseUrl: readBaseUrl(options.baseUrl, options.allowInsecureHttp),
    fetch: fetch ?? ((...request) => globalThis.fetch(...request)),
    headers: readHeaders(options.headers),
    timeout: options.timeout ?? 30_000,
    totalTimeout: options.totalTimeout,
    retry: { attempts, minDelay, maxDelay, maxRetryAfter },
    onRetry: options.onRetry,
    validate: options.validate ?? 'throw',
    onInvalid: options.onInvalid ?? (({ message }) => console.warn(message)),
    maxBodyBytes: options.maxBodyBytes ?? 64 * 1024 * 1024,
    clock,
  }
}

const once: RetryOptions = { attempts: 1 }

function readHeaders(init: HeadersInit | undefined): Headers {
  let headers: Headers
  try {
    headers = new Headers(init)
  } catch {
    // The engine's message shows the value, which may be a secret.
    throw new ChatConfigurationError('headers has a name or a value that HTTP does not allow')
  }
  if (headers.has('authorization'))
    throw new ChatConfigurationError('headers must not have authorization: give the token as token')
  if (!headers.has('accept')) headers.set('accept', 'application/json')
  return headers
}
