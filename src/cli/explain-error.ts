import { connectionWords } from '../http/connection-words.ts'
import {
  ChatApiError,
  ChatConfigurationError,
  ChatConnectionError,
  ChatError,
  ChatPaginationError,
  ChatResponseError,
  ChatTimeoutError,
} from '../index.ts'
import { toOneLine } from '../text/clean-text.ts'
import { environment } from './environment.ts'

/** What went wrong and what to do about it, in one line that is safe to show. */
export function explainError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof ChatError)) return toOneLine(message)
  if (error instanceof ChatConfigurationError) return toOneLine(asFlags(message))
  const advice = adviceFor(error)
  const id = error.requestId ? ` (request id ${error.requestId})` : ''
  return toOneLine(`${message}${id}.${advice ? ` ${advice}.` : ''}`)
}

function adviceFor(error: ChatError): string | undefined {
  if (error instanceof ChatApiError) return adviceForStatus(error)
  if (error instanceof ChatConnectionError) return adviceForConnection(connectionWords(error))
  if (error instanceof ChatTimeoutError) return 'Give it longer with --timeout, or ask for less with --limit'
  if (error instanceof ChatPaginationError) return 'opencopilot-chat verify tells what the server does wrong'
  if (error instanceof ChatResponseError) {
    return / that is HTML\b/.test(error.message)
      ? 'Check --base-url: it must be the address of the API itself, not of a page or a login'
      : 'opencopilot-chat verify tells more'
  }
  return undefined
}

function adviceForStatus({ status, headers, url = '', count = 0 }: ChatApiError): string {
  if (status < 400) {
    return addsSlash(url, headers.get('location') ?? '')
      ? "The server wants a slash at the end of the path, which the contract doesn't have; redirects are not followed"
      : 'Check --base-url: it must be the address of the API itself'
  }
  if (status === 401) return `The token is not accepted: check ${environment.token}`
  if (status === 403)
    return `The token has no right to this organization: check --organization and ${environment.token}`
  if (status === 429) return 'Too many requests: try again later, or with more --attempts'
  if (status >= 500 || status === 408) return 'The server failed: try again later, or with more --attempts'
  if (count > 0) return 'The pages before it came: they may be all, or as far as the server lets anyone read'
  if (status === 404) return 'There is no such organization or page, or no API: check --organization and --base-url'
  return 'The server refuses the request: try another --limit or --sort-by'
}

/** Whether a redirect leads to the same path with a slash at its end, as some frameworks answer. */
const addsSlash = (url: string, location: string): boolean =>
  URL.canParse(location, url) && new URL(location, url).pathname === `${new URL(url).pathname}/`

function adviceForConnection(words = ''): string {
  if (/proxy/.test(words)) return 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY'
  if (/trusted/.test(words)) return 'NODE_EXTRA_CA_CERTS names a file of further authorities to trust'
  if (/http,/.test(words)) return 'Check --base-url: it may have to begin with http://'
  return 'Check --base-url and the network, and that the server is up'
}

/** The client's names of its options, as they are called here. */
const flags: readonly [name: RegExp, flag: string][] = [
  [/^baseUrl\b/, '--base-url'],
  [/^token\b/, environment.token],
  [/^organization_id\b/, '--organization'],
  [/\ballowInsecureHttp(?:: true)?\b/, '--allow-insecure-http'],
]

const asFlags = (message: string) => flags.reduce((text, [name, flag]) => text.replace(name, flag), message)
