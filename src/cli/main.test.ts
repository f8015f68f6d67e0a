import { closeSync, existsSync, openSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runCommand, startCommand } from './testing/run-command.ts'

it('gives its exit code to whoever started it', async () => {
  expect(await runCommand(['--version'])).toMatchObject({ code: 0, stderr: '' })
  expect(await runCommand(['list', '--limt'])).toMatchObject({ code: 2, stdout: '' })
})

const printing = ['export --help', 'verify --list', '--version']

it.each(printing)('is quiet when nobody reads the output of %s', async (line) => {
  const { child, ended } = startCommand(line.split(' '))
  child.stdout?.destroy()
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
})

it.skipIf(!existsSync('/dev/full')).each(printing)('says that the output of %s cannot be written', async (line) => {
  const full = openSync('/dev/full', 'w')
  const { code, stderr } = await startCommand(line.split(' '), {}, full).ended
  closeSync(full)
  expect(stderr).toBe("opencopilot-chat: standard output can't be written: no space left on the device\n")
  expect(code).toBe(1)
})
