import { expect, it } from 'vitest'
import { runCommand, startCommand } from './testing/run-command.ts'

it('gives its exit code to whoever started it', async () => {
  expect(await runCommand(['--version'])).toMatchObject({ code: 0, stderr: '' })
  expect(await runCommand(['list', '--limt'])).toMatchObject({ code: 2, stdout: '' })
})

it('is quiet when nobody reads its output', async () => {
  const { child, ended } = startCommand(['export', '--help'])
  child.stdout?.destroy()
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
})
