import { Option } from 'commander'
import { type ChatClient, type ChatClientOptions, createChatClient, defaults } from '../index.ts'
import { nodeFetch } from '../node/index.ts'
import { environment, fromEnvironment, proxyHelp } from './environment.ts'
import { exactFetch } from './exact-fetch.ts'
import { baseUrlOption, numberOf, organizationOption, timeLimit } from './options.ts'
import { UsageError } from './usage-error.ts'

/** The flags of every command that reads conversations. */
export interface ChatFlags {
  baseUrl: string
  organization?: string
  timeout: number
  attempts: number
  allowInsecureHttp?: true
  strict?: true
}

/** The longest wait before another attempt, in milliseconds, unless the server asks for more: half of it on average. */
export const maxDelay = 30_000

/** @param attempts How often a request is sent, where nobody says it. */
export const chatOptions = (attempts: number = defaults.retry.attempts): Option[] => [
  baseUrlOption(),
  organizationOption(),
  new Option('--timeout <ms>', 'time limit of one attempt, the answer included')
    .argParser(timeLimit)
    .default(defaults.timeout),
  new Option('--attempts <number>', 'how often a request is sent at most, with longer and longer waits')
    .argParser(numberOf(1))
    .default(attempts),
  new Option('--strict', 'stop at the first conversation that breaks the contract'),
  new Option('--allow-insecure-http', 'send the token over plain http to another machine, where others can read it'),
]

/** A client as the flags and the environment ask for it. Refuses to go on without a token or an organization. */
export function openChat(
  flags: ChatFlags,
  onRetry?: ChatClientOptions['onRetry'],
): { chat: ChatClient; organization: string } {
  const token = fromEnvironment('token')
  if (!token) throw new UsageError(`The token is missing. Set ${environment.token}`)
  const { organization, baseUrl, timeout, attempts, allowInsecureHttp } = flags
  if (!organization) {
    throw new UsageError(`The organization is missing. Set ${environment.organizationId}, or use --organization`)
  }
  const chat = createChatClient({
    token,
    fetch: exactFetch(nodeFetch()),
    baseUrl,
    timeout,
    retry: { attempts, maxDelay },
    allowInsecureHttp,
    // What breaks the contract is counted here, or refused, by each command.
    validate: 'off',
    onRetry,
  })
  return { chat, organization }
}

/** The part of a command's help on what it reads from the environment. */
export const environmentHelp = `Environment:
  ${environment.token}            the bearer token; process lists would show a flag
  ${environment.organizationId}  the organization, unless --organization names it
  ${environment.baseUrl}         the server, unless --base-url names it
${proxyHelp}`
