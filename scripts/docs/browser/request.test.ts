import { describe, expect, it } from 'vitest'
import { operationNamed, prepareRequest } from './request.ts'

const form = {
  operation: 'listConversations',
  baseUrl: 'http://127.0.0.1:4020/',
  token: 'secret',
  parameters: { organization_id: 'org-1' },
}

describe('prepareRequest', () => {
  it('fills the path, leaves empty parameters out, and keeps the order of the contract', () => {
    const parameters = { sortBy: 'created_at', limit: '', page: '2', organization_id: 'a/b ?' }
    expect(prepareRequest({ ...form, parameters }).url).toBe(
      'http://127.0.0.1:4020/backend/chat/a%2Fb%20%3F?page=2&sortBy=created_at',
    )
  })

  it('lets an unusable value through, to show how the server refuses it', () => {
    expect(prepareRequest({ ...form, parameters: { ...form.parameters, page: '-1' } }).url).toMatch(/\?page=-1$/)
  })

  it('sends the token as a header, and shows it as a variable', () => {
    const { headers, url, curl } = prepareRequest(form)
    expect(headers).toEqual({ Authorization: 'Bearer secret' })
    expect(`${url} ${curl}`).not.toContain('secret')
    expect(curl).toBe(`curl --include --header "Authorization: Bearer \${OPENCOPILOT_TOKEN}" '${url}'`)
  })

  it('sends no header without a token', () => {
    const { headers, curl } = prepareRequest({ ...form, token: '' })
    expect(headers).toEqual({})
    expect(curl).not.toContain('--header')
  })

  it('sends a parameter that is a header as one', () => {
    const operation = operationNamed(form.operation)
    const zz = {
      in: 'header',
      required: true,
      type: 'string',
      nullable: false,
      pointer: '#',
      evidence: 'assumed',
    } as const
    const changed = { ...operation, parameters: { ...operation.parameters, 'X-Zz': zz } }
    expect(() => prepareRequest(form, changed)).toThrow('X-Zz is required')
    const parameters = { ...form.parameters, 'X-Zz': "it's" }
    const { url, headers, curl } = prepareRequest({ ...form, parameters }, changed)
    expect(url).toBe(prepareRequest(form).url)
    expect(headers).toEqual({ 'X-Zz': "it's", Authorization: 'Bearer secret' })
    expect(curl).toContain(String.raw`--header 'X-Zz: it'\''s'`)
  })

  it.each([
    [{ baseUrl: 'localhost' }, 'baseUrl must'],
    [{ baseUrl: 'http://example.com' }, 'baseUrl must be https'],
    [{ parameters: { organization_id: '..' } }, 'organization_id must'],
    [{ parameters: {} }, 'organization_id is required'],
  ])('refuses what can be no request: %j', (change, message) => {
    expect(() => prepareRequest({ ...form, ...change })).toThrow(message)
  })
})
