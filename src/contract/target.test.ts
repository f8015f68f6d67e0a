import { expect, it } from 'vitest'
import { server } from '../../generated/facts.ts'
import { CouldNotRunError } from './could-not-run.ts'
import { resolveTarget } from './target.ts'

const good = { token: 'made-up', organizationId: 'acme' }

it('takes the production server by default, and keeps the path of another', () => {
  expect(resolveTarget(good).baseUrl).toBe(server)
  expect(resolveTarget({ ...good, baseUrl: 'http://localhost:1/v2//' }).baseUrl).toBe('http://localhost:1/v2')
})

it.each([
  [{ baseUrl: 'ftp://chat.example' }, /must be http or https, not ftp:/],
  [{ baseUrl: 'chat.example' }, /base URL .* must be a whole URL/],
  [{ baseUrl: 'https://me:pass@chat.example' }, /no user, password/],
  [{ baseUrl: 'https://chat.example?x=1' }, /query/],
  [{ baseUrl: 'http://127.0.0.1:9/?' }, /query/],
  [{ baseUrl: 'http://127.0.0.1:9/#' }, /fragment/],
  [{ token: '' }, /Set token/],
  [{ token: 'two\nlines' }, /Set token/],
  [{ organizationId: '' }, /Set organizationId/],
  [{ organizationId: '..' }, /one segment/],
  [{ organizationId: '%2E%2e' }, /one segment/],
  [{ organizationId: '\ud800' }, /one segment/],
  [{ otherOrganizationId: '\udc00' }, /one segment/],
  [{ otherOrganizationId: 'acme' }, /same organization/],
  [{ otherToken: 'ü' }, /otherToken can't/],
])('refuses %j in one line that shows no secret', (change, message) => {
  const resolve = () => resolveTarget({ ...good, ...change })
  expect(resolve).toThrow(CouldNotRunError)
  expect(resolve).toThrow(message)
  expect(resolve).not.toThrow(/pass@|two|\n/)
})
