import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exampleOrganization, listExamples } from '../examples.ts'
import { type Mock, startMock } from './server.ts'

let mock: Mock
let organization: string
const violations: string[] = []

beforeAll(async () => {
  mock = await startMock({ onViolation: (message) => violations.push(message) })
  organization = await exampleOrganization()
})

afterAll(() => mock.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${mock.baseUrl}/backend/chat/${path}`, { headers: { Authorization: 'Bearer made-up', ...headers } })

describe('the mock', () => {
  it('answers the documented curl request, word for word, with the documented sample', async (context) => {
    const contract = parse(await readFile(new URL('../../openapi/openapi.yaml', import.meta.url), 'utf8'))
    const { 'x-codeSamples': samples } = contract.paths['/backend/chat/{organization_id}'].get
    const source: string = samples.find(({ lang }: { lang: string }) => lang === 'Shell').source
    const words = [...source.replaceAll('\\\n', '').matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    )
    expect(words.join(' ')).toBe(
      'curl --location https://api-v2.opencopilot.so/backend/chat/your-organization-id --header Authorization: Bearer YOUR_TOKEN --header Content-Type: application/json',
    )
    const [command = '', ...args] = words.map((word) => word.replace('https://api-v2.opencopilot.so', mock.baseUrl))
    const { stdout } = await promisify(execFile)(command, args).catch((error) => {
      if (error.code === 'ENOENT') context.skip('curl is not installed')
      throw error
    })
    expect(JSON.parse(stdout)).toEqual((await listExamples()).get('documented'))
  })

  it('answers each example by its name', async () => {
    for (const [name, list] of await listExamples()) {
      const response = await get(organization, { Prefer: `example=${name}` })
      expect(await response.json(), name).toEqual(list)
    }
  })

  it.each([400, 401, 403, 404, 429])('answers %d when asked to', async (code) => {
    const response = await get(organization, { Prefer: `code=${code}` })
    expect(response.status).toBe(code)
    expect(await response.json()).toMatchObject({ statusCode: code })
  })

  it('refuses a request without a token', async () => {
    const response = await fetch(`${mock.baseUrl}/backend/chat/${organization}`)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })

  it.each(['page=0', 'page=first', 'limit=0', 'limit=-1', 'sortDirection=UP'])('refuses %s', async (query) => {
    const response = await get(`${organization}?${query}`)
    expect(response.status).toBe(400)
    expect(violations.at(-1)?.toLowerCase()).toContain(query.split('=')[0]?.toLowerCase())
  })
})
