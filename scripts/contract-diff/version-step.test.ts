import { describe, expect, it } from 'vitest'
import type { Impact } from './change.ts'
import { versionStep } from './version-step.ts'

describe('versionStep', () => {
  it.each<[string, Impact | undefined, string]>([
    ['0.3.4', 'major', '0.4.0'],
    ['0.3.4', 'minor', '0.3.5'],
    ['0.3.4', 'patch', '0.3.5'],
    ['0.3.4', undefined, '0.3.4'],
    ['1.3.4', 'major', '2.0.0'],
    ['1.3.4', 'minor', '1.4.0'],
    ['1.3.4', 'patch', '1.3.5'],
  ])('after %s a change that is %s needs %s', (from, impact, needed) => {
    expect(versionStep(from, from, impact).needed).toBe(needed)
  })

  it.each<[string, string, Impact | undefined, boolean]>([
    ['0.1.0', '0.1.0', 'major', false],
    ['0.1.0', '0.1.1', 'major', false],
    ['0.1.0', '0.2.0', 'major', true],
    ['0.1.0', '1.0.0', 'major', true],
    ['0.9.0', '0.10.0', 'major', true],
    ['1.2.3', '1.3.0', 'major', false],
    ['1.2.3', '1.2.4', 'minor', false],
    ['1.2.3', '2.0.0-rc.1', 'major', true],
    ['1.2.3', '1.2.3', 'patch', true],
    ['1.2.3', '1.2.2', 'patch', false],
    ['1.2.3', '1.2.3', undefined, true],
    ['1.2.3', '1.2.2', undefined, false],
  ])('from %s to %s with a change that is %s is declared: %s', (from, to, impact, declared) => {
    expect(versionStep(from, to, impact).declared).toBe(declared)
  })

  it('refuses what is no semantic version', () => {
    expect(() => versionStep('0.1.0', 'v2', 'major')).toThrow(
      'info.version "v2" is not a semantic version, for example 1.2.3',
    )
  })
})
