import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { shellCommand } from './shell-words.ts'

it('is what a shell reads back', () => {
  const words = ['plain/file.csv', 'with space', "it's", '$HOME', '', '*', 'a"b', 'ü', '-x', '`id`', 'a\nb']
  const read = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${shellCommand(words)}`], { encoding: 'utf8' })
  expect(read.split('\0').slice(0, -1)).toEqual(words)
})

it('quotes only what needs it', () => {
  expect(shellCommand(['opencopilot-chat', '--file', 'my file.csv'])).toBe("opencopilot-chat --file 'my file.csv'")
})
