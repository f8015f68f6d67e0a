import { stderr, stdout } from 'node:process'
import { vi } from 'vitest'
import { run } from '../run.ts'
import type { Ended } from './run-command.ts'

/** Runs the command in this process, as if at no terminal, with nothing of the environment but what is given. */
export async function runHere(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const read = { stdout: '', stderr: '' }
  const before = process.env
  process.env = { ...env }
  const spies = [stdout, stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      read[stream === stdout ? 'stdout' : 'stderr'] += String(text)
      for (const written of rest) if (typeof written === 'function') written()
      return true
    }),
  )
  try {
    return { code: await run([...args]), ...read }
  } finally {
    process.env = before
    for (const spy of spies) spy.mockRestore()
  }
}
