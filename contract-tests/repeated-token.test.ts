import { createServer } from 'node:http'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runHere } from '../src/cli/testing/run-here.ts'
import { conversation } from '../src/contract/testing/conversations.ts'
import { ChatError, createChatClient } from '../src/index.ts'
import { type Listening, open } from '../src/testing/servers.ts'
import { temporaryFolder } from '../src/testing/temporary-folder.ts'

/** With all that a token may hold (RFC 6750), so that encodings change it. */
const token = 'tk_7Fq2/vXw+9Zc.Rk3Lm8~Np4Jd6-Hs1YbQ5e=='

const hexadecimal = (text: string) => Buffer.from(text).toString('hex')
const everyCharacter = (text: string, before: string, after = '') =>
  text.replace(/[\s\S]/g, (each) => before + hexadecimal(each) + after)

/** What a server may make of a token that it repeats. */
const forms: Record<string, (token: string) => string> = {
  'as it is': (text) => text,
  'with its scheme': (text) => `Bearer ${text}`,
  'its first eight characters': (text) => text.slice(0, 8),
  'its last ten characters': (text) => text.slice(-10),
  'ten characters from within': (text) => text.slice(14, 24),
  'without its end': (text) => `${text.slice(0, -6)}…`.replace('…', '...'),
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'escaped for a URL': encodeURIComponent,
  'escaped for a URL twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'escaped for a URL, every character': (text) => everyCharacter(text, '%'),
  'escaped for JSON': (text) => JSON.stringify(text).replaceAll('/', '\\/'),
  'escaped for JSON, every character': (text) => everyCharacter(text, '\\u00'),
  'escaped for markup': (text) => everyCharacter(text, '&#x', ';'),
  'in base64': btoa,
  'in base64 with its scheme': (text) => btoa(`Bearer ${text}`),
  'in base64 as a password': (text) => btoa(`a:${text}`),
  'in base64url': (text) => Buffer.from(`{"token":"${text}"}`).toString('base64url'),
  'in hexadecimal': hexadecimal,
}

/** Eight characters of the token in a row, in any of the encodings that are searched for as they are. */
function tracesOf(text: string): string[] {
  const encoded = ['', 'x', 'xx'].map((before) => btoa(before + token).slice(4, -4))
  const searched = [token, encodeURIComponent(token), hexadecimal(token), ...encoded].map((each) => each.toLowerCase())
  const shown = decode(text).toLowerCase()
  return searched.flatMap((form) =>
    Array.from({ length: form.length - 7 }, (_, at) => form.slice(at, at + 8)).filter((part) => shown.includes(part)),
  )
}

const decode = (text: string) =>
  `${text}\n${text.replace(/(?:%(?:25)*|\\+u00|&#x)([\da-f]{2});?/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))}`

let form = (text: string) => text
let status = 401
let server: Listening
let env: Record<string, string>

beforeAll(async () => {
  const repeating = createServer((request, response) => {
    const said = form(token)
    const isAllowed = request.headers.authorization === `Bearer ${token}` && status === 200
    const name = said.replace(/[^!#$%&'*+.^_`|~\w-]/g, '')
    const headers = {
      'x-request-id': said,
      'content-type': isAllowed ? `application/json; of=${said}` : `text/${said}`,
      location: `/login?${said}`,
      'www-authenticate': `Bearer realm="${said}"`,
      'cache-control': said,
      [`x-${name}`]: said,
    }
    response.writeHead(isAllowed ? 200 : status === 200 ? 401 : status, said, headers)
    const list = ['a', 'b', 'c'].map((id) =>
      conversation(`${id}${said}`, { copilot_id: said, status: said, channel: said, created_at: said, [said]: said }),
    )
    const isPast = /[?&]page=(?!1(?:&|$))/.test(request.url ?? '')
    response.end(isAllowed ? JSON.stringify(isPast ? [] : list) : JSON.stringify({ message: said, [said]: [said] }))
  })
  server = await open(repeating)
  env = {
    OPENCOPILOT_BASE_URL: server.baseUrl,
    OPENCOPILOT_TOKEN: token,
    OPENCOPILOT_ORGANIZATION_ID: 'acme',
  }
})

afterAll(() => server.close())

describe.each(Object.entries(forms))('a server that repeats the token %s', (_, made) => {
  it.each(['text', 'json', 'junit', 'github', 'markdown', 'html'])(
    'puts none of it into a report as %s',
    async (name) => {
      ;[form, status] = [made, 200]
      const args = ['verify', '--reporter', name, '--show-values', '--max-requests', '60']
      const { code, stdout, stderr } = await runHere(args, env)
      expect(code, stderr).toBe(1)
      expect(tracesOf(stdout + stderr)).toEqual([])
    },
  )

  it.each([302, 401, 404, 422])('puts none of it into what the commands say of a status %i', async (given) => {
    ;[form, status] = [made, given]
    const folder = await temporaryFolder()
    for (const args of [['verify'], ['list'], ['export', '--file', `${folder}/all.csv`]]) {
      const { code, stdout, stderr } = await runHere(args, env)
      expect(code).toBeGreaterThan(0)
      expect(tracesOf(stdout + stderr)).toEqual([])
    }
  })

  it('puts none of it into an error of the client, nor into what that holds', async () => {
    ;[form, status] = [made, 422]
    const chat = createChatClient({ token, baseUrl: env.OPENCOPILOT_BASE_URL })
    const error = await chat.listConversations('acme').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ChatError)
    const { body, headers } = error as { body?: unknown; headers?: Headers }
    const held = [inspect(error, { depth: 9, showHidden: true }), error, body, [...(headers ?? [])]]
    expect(tracesOf(held.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n'))).toEqual(
      [],
    )
    expect(headers?.get('content-length') ?? headers?.get('date')).toBeTruthy()
  })
})
