import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fromEnvironment, tidyEnvironment } from './environment.ts'

beforeEach(() => {
  vi.stubEnv('OPENCOPILOT_TOKEN', ' made-up\r\n')
  vi.stubEnv('OPENCOPILOT_BASE_URL', '')
  vi.stubEnv('OPENCOPILOT_ORGANIZATION_ID', ' \n')
  vi.stubEnv('OPENCOPILOT_OTHER_TOKEN', undefined)
})

afterEach(() => vi.unstubAllEnvs())

it('cuts what was pasted around a value, and takes an empty one for none', () => {
  expect(fromEnvironment('token')).toBe('made-up')
  for (const name of ['baseUrl', 'organizationId', 'otherToken'] as const) expect(fromEnvironment(name)).toBeUndefined()
})

it('does so for those who read by themselves', () => {
  tidyEnvironment()
  expect(process.env.OPENCOPILOT_TOKEN).toBe('made-up')
  expect(Object.keys(process.env).filter((name) => name.startsWith('OPENCOPILOT_'))).toEqual(['OPENCOPILOT_TOKEN'])
})
