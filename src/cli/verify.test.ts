import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../generated/facts.ts'
import { conversation } from '../contract/testing/conversations.ts'
import { type Listening, open } from '../testing/servers.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { runCommand } from './testing/run-command.ts'

const token = 'secret-token-of-acme'

/** A server of one organization with one conversation, which calls every status what `status` says. */
const acme =
  (status: string): RequestListener =>
  ({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const send = (code: number, body: unknown) =>
      response
        .writeHead(code, { 'Content-Type': 'application/json', 'WWW-Authenticate': 'Bearer' })
        .end(JSON.stringify(body))
    if (headers.authorization !== `Bearer ${token}`) return send(401, {})
    if (pathname !== '/backend/chat/acme') return send(404, {})
    return send(200, Number.parseInt(searchParams.get('page') ?? '1', 10) > 1 ? [] : [conversation('c-1', { status })])
  }

const servers: Listening[] = []
let good: string
let bad: string

beforeAll(async () => {
  good = await serve(acme('OPEN'))
  bad = await serve(acme('SNOOZED'))
})

afterAll(async () => {
  for (const server of servers) await server.close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = await open(createServer(listener))
  servers.push(server)
  return server.baseUrl
}

const command = (args: string[], environment: Record<string, string> = {}) =>
  runCommand(['verify', ...args], { OPENCOPILOT_TOKEN: token, OPENCOPILOT_ORGANIZATION_ID: 'acme', ...environment })

describe('exit codes', () => {
  it('0 when nothing is violated', async () => {
    const { code, stdout, stderr } = await command(['--base-url', good, '--operation', operations.listConversations.id])
    expect(stdout).toMatch(/\d+ held, 0 violated, \d+ advisory, \d+ not exercised/)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('1 when something is, with what is needed to see it for oneself', async () => {
    const { code, stdout } = await command(['--base-url', bad])
    expect(code).toBe(1)
    expect(stdout).toContain('conversation-status')
    expect(stdout).toContain('got       "SNOOZED"')
    expect(stdout).toMatch(/curl .*"Authorization: Bearer \$\{OPENCOPILOT_TOKEN\}" 'http/)
    expect(stdout).not.toContain(token)
  })

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['no token', [], { OPENCOPILOT_TOKEN: ' \n' }, /Set OPENCOPILOT_TOKEN/],
    ['no organization', [], { OPENCOPILOT_ORGANIZATION_ID: '' }, /OPENCOPILOT_ORGANIZATION_ID/],
    ['a refused token', [], { OPENCOPILOT_TOKEN: 'other' }, /the token was refused/],
    ['no server', ['--base-url', 'http://127.0.0.1:9'], {}, /can't be reached/],
    ['an unknown clause', ['--only', 'paging-limits'], {}, /Did you mean paging-limit\?/],
    ['an unknown option', ['--reportr', 'json'], {}, /Did you mean --reporter/],
    ['an unknown reporter', ['--reporter', 'yaml'], {}, /Allowed: text, json/],
    ['a rate of nothing', ['--rate', '0'], {}, /Allowed: a number of at least/],
    [
      'a time limit that no timer takes',
      ['--timeout', '3000000000'],
      {},
      /Allowed: a whole number from 1 to 2147483647/,
    ],
    ['a time for all that no timer takes', ['--max-time', '0.5'], {}, /Allowed: a whole number from 1 to 2147483647/],
    ['nothing judged', ['--max-requests', '1'], {}, /Nothing could be judged: the limit of 1 requests was reached/],
    [
      'no clause that has something to judge',
      ['--only', 'tenancy-other-token'],
      {},
      /Nothing could be judged: the report/,
    ],
    ['a file of unknown form', ['--output', 'report.out'], {}, /--output report.out: say the form/],
    [
      "a file that can't be written",
      ['--output', 'package.json/report.json', '--base-url', 'http://127.0.0.1:9'],
      {},
      /--output package.json\/report.json can't be written: a file is where its folder should be/,
    ],
    [
      'a folder in place of a file',
      ['--reporter', 'json', '--output', 'src', '--base-url', 'http://127.0.0.1:9'],
      {},
      /--output src can't be written: it is a folder/,
    ],
    ['an unknown clause that none is near', ['--only', 'nope'], {}, /There is no clause "nope"\.$/m],
  ])('2 with %s, and one line that says so', async (_, args, environment, message) => {
    const { code, stderr } = await command(['--base-url', good, ...args], environment)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stderr).not.toContain(token)
  })
})

it('shows no token, nobody and no control character that a server puts into its headers', async () => {
  const answer = Buffer.from('[]')
  const hostile = await serve((_, response) => {
    response.setHeader('x-request-id', `Jane Doe ${token}\u009b31m`)
    response.writeHead(200, { 'Content-Type': `text/html; x=${token}` }).end(answer)
  })
  const { code, stdout, stderr } = await command([
    '--base-url',
    hostile,
    '--only',
    'response-content-type,auth-missing',
  ])
  expect(code).toBe(1)
  expect(stdout).toContain('(masked)')
  expect(stdout + stderr).not.toMatch(/Jane|secret-token|\u009b/)
})

it('takes server and organization from the environment too', async () => {
  const { code } = await command(['--only', 'auth-missing'], { OPENCOPILOT_BASE_URL: good })
  expect(code).toBe(0)
})

it('writes several reports at once, by the reporter before the file or by the extension', async () => {
  const folder = await temporaryFolder()
  const file = (name: string) => join(folder, name)
  const outputs = [
    '--reporter',
    'junit',
    '--output',
    file('a.log'),
    '--output',
    file('b.html'),
    '--output',
    file('new/folder/c.json'),
  ]
  const { stdout } = await command(['--base-url', bad, '--only', 'conversation-status', ...outputs])
  expect(await readFile(file('a.log'), 'utf8')).toContain('<testsuites')
  expect(await readFile(file('b.html'), 'utf8')).toContain('<!doctype html>')
  expect(JSON.parse(await readFile(file('new/folder/c.json'), 'utf8')).summary.violated).toBe(1)
  expect(stdout).toContain('1 violated')
})

it('prints one report in the form that is asked for', async () => {
  const { stdout } = await command(['--base-url', good, '--reporter', 'json', '--only', 'auth-missing'])
  const judged = JSON.parse(stdout).clauses.map(({ id }: { id: string }) => id)
  expect([...new Set(judged)]).toEqual(['auth-missing'])
})

it('lists every clause and sends nothing', async () => {
  const { code, stdout } = await command(['--list'], { OPENCOPILOT_TOKEN: '' })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^paging-no-gap +The pages .*\(violated, documented\)$/m)
})
