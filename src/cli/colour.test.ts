import { afterEach, expect, it, vi } from 'vitest'
import { painter, wantsColour } from './colour.ts'

afterEach(() => vi.unstubAllEnvs())

it.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: false }, {}, false],
  [{}, {}, false],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{}, { FORCE_COLOR: '1' }, true],
  [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
])('on %j with %j: %s', (stream, env, wanted) => {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'TERM']) vi.stubEnv(name, '')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  expect(wantsColour(stream)).toBe(wanted)
})

it('styles text, or leaves it as it is', () => {
  expect(painter(true)('bold', 'a')).toBe('\u001b[1ma\u001b[22m')
  expect(painter(true)('bold', '')).toBe('')
  expect(painter(false)('bold', 'a')).toBe('a')
})
