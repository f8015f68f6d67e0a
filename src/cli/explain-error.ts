import {
  ChatApiError,
  ChatConfigurationError,
  ChatConnectionError,
  ChatError,
  ChatPaginationError,
  ChatResponseError,
  ChatTimeoutError,
} from '../index.ts'
import { environment } from './environment.ts'
import { toOneLine } from './text/clean-text.ts'

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
  if (error instanceof ChatApiError) return adviceForStatus(error.status)
  if (error instanceof ChatConnectionError) return adviceForConnection(causes(error))
  if (error instanceof ChatTimeoutError) return 'Give it longer with --timeout, or ask for less with --limit'
  if (error instanceof ChatPaginationError) return 'opencopilot-chat verify tells what the server does wrong'
  if (error instanceof ChatResponseError) {
    return error.violations.length > 0
      ? 'opencopilot-chat verify tells more, and --no-validate takes what comes'
      : 'Check --base-url: it must be the address of the API itself, not of a page or a login'
  }
  return undefined
}

function adviceForStatus(status: number): string {
  if (status < 400) return 'Check --base-url: it must be the address of the API itself'
  if (status === 401) return `The token is not accepted: check ${environment.token}`
  if (status === 403)
    return `The token has no right to this organization: check --organization and ${environment.token}`
  if (status === 404) return 'There is no such organization, or no API: check --organization and --base-url'
  if (status === 429) return 'Too many requests: try again later'
  if (status >= 500) return 'The server failed: try again later'
  return 'The server refuses the request: try another --limit or --sort-by'
}

function adviceForConnection(codes: string[]): string {
  if (codes.includes('ECONNREFUSED')) return 'Nothing listens there: check --base-url, and that the server is up'
  if (codes.some((one) => one === 'ENOTFOUND' || one === 'EAI_AGAIN'))
    return 'The name of the host is not known: check --base-url and the network'
  if (codes.some((one) => /CERT|SELF_SIGNED|TLS|SSL/.test(one)))
    return `Its certificate is not trusted: ${codes.join(', ')}`
  return `Check --base-url and the network${codes.length > 0 ? `: ${codes.join(', ')}` : ''}`
}

/** What the causes of an error are called: the system's codes, or words where there is none. */
function causes(error: Error): string[] {
  const codes: string[] = []
  let last = ''
  for (let at: unknown = error.cause, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code)
    last = at.message
  }
  return codes.length > 0 || !last ? codes : [last]
}

/** The client's names of its options, as they are called here. */
const flags: readonly [name: RegExp, flag: string][] = [
  [/^baseUrl\b/, '--base-url'],
  [/^token\b/, environment.token],
  [/^organization_id\b/, '--organization'],
  [/\ballowInsecureHttp(?:: true)?\b/, '--allow-insecure-http'],
]

const asFlags = (message: string) => flags.reduce((text, [name, flag]) => text.replace(name, flag), message)
