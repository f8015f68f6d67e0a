import { describe, expect, it } from 'vitest'
import { createChatClient } from '../index.ts'
import { explainError } from './explain-error.ts'

/** The explanation of what a client of such a server throws. */
async function explained(answer: () => Response | Promise<Response>, options = {}) {
  const chat = createChatClient({
    token: 'secret-token-of-acme',
    baseUrl: 'https://chat.example',
    fetch: async () => answer(),
    retry: false,
    ...options,
  })
  const error: unknown = await chat.listConversations('acme', { page: 1 }).catch((reason: unknown) => reason)
  return explainError(error)
}

const failing = (code: string) => () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code }) })
}

describe('explainError', () => {
  it.each([
    [302, 'Check --base-url'],
    [400, 'try another --limit or --sort-by'],
    [401, 'The token is not accepted: check OPENCOPILOT_TOKEN'],
    [403, 'check --organization and OPENCOPILOT_TOKEN'],
    [404, 'check --organization and --base-url'],
    [408, 'The server failed: try again later'],
    [429, 'try again later'],
    [503, 'The server failed: try again later'],
  ])('says what to do about %i', async (status, advice) => {
    const text = await explained(() => new Response('{"message":"secret-token-of-acme"}', { status }))
    expect(text).toMatch(/^GET https:\/\/chat\.example\/backend\/chat\/acme\?page=1 answered /)
    expect(text).toContain(advice)
    expect(text).not.toContain('secret')
  })

  it.each([
    ['ECONNREFUSED', 'the connection was refused (attempt 1). Check --base-url and the network, and that'],
    ['ENOTFOUND', "the name can't be resolved (attempt 1). Check --base-url"],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', "the certificate isn't trusted (attempt 1). NODE_EXTRA_CA_CERTS"],
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'the port speaks http, not https (attempt 1). Check --base-url: it may have to begin with http://',
    ],

    ['UND_ERR_SOCKET', 'the server closed the connection (attempt 1). Check --base-url'],
  ])('says what to do about %s', async (code, advice) => {
    const text = await explained(failing(code))
    expect(text).toContain(advice)
    expect(text).not.toContain(code)
  })

  it.each([
    ['a page of HTML', '<!doctype html><title>Log in</title>', 'it must be the address of the API itself'],
    ['a broken contract', '{"data":[]}', 'opencopilot-chat verify tells more'],
    [
      'JSON with a NaN',
      '[{"id":"c1","meta":{"score":NaN}}]',
      'no JSON (attempt 1). opencopilot-chat verify tells more',
    ],
    [
      'a warning in markup before the JSON',
      '<br />\n<b>Warning</b>: strlen() in <b>/srv/list.php</b> on line <b>3</b><br />\n[]\n',
      'no JSON (attempt 1). opencopilot-chat verify tells more',
    ],
    [
      'a warning before the JSON',
      'Deprecated: strlen()\n[]',
      'no JSON (attempt 1). opencopilot-chat verify tells more',
    ],
  ])('says what to do about %s', async (_, body, advice) => {
    expect(await explained(() => new Response(body))).toContain(advice)
  })

  it('says that a redirect adds a slash, which no other address changes', async () => {
    const to = (location: string) => explained(() => new Response('', { status: 301, headers: { location } }))
    expect(await to('/backend/chat/acme/?page=1')).toContain('a slash at the end of the path')
    expect(await to('https://chat.example/login/')).toContain('Check --base-url')
  })

  it('says what to do about a time limit', async () => {
    const text = await explained(() => new Promise<Response>(() => {}), { timeout: 1 })
    expect(text).toMatch(/took longer than 1 ms.*\. Give it longer with --timeout/)
  })

  it('calls options by their flags', () => {
    const configured = (options: object) => {
      try {
        createChatClient({ token: 'made-up', ...options })
        return ''
      } catch (error) {
        return explainError(error)
      }
    }
    expect(configured({ baseUrl: 'nonsense' })).toMatch(/^--base-url must be/)
    expect(configured({ baseUrl: 'http://chat.example' })).toContain(' --allow-insecure-http')
    expect(configured({ token: 'two words' })).toMatch(/^OPENCOPILOT_TOKEN must be visible ASCII/)
  })

  it('is one line that acts on no terminal, whatever the server names its requests', async () => {
    const headers = { 'x-request-id': 'a\u009b2J' }
    const text = await explained(() => new Response('', { status: 500, headers }))
    expect(text).toContain('(request id a�2J)')
    expect(explainError(new Error('a\nb\u001b[0m'))).toBe('a b␛[0m')
  })
})
