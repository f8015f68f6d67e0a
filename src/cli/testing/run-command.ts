import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

/**
 * Starts the command as its users do, with nothing of the environment but what is given. `output` is a file descriptor for
 * what it writes to standard output, which is read otherwise.
 */
export function startCommand(
  args: readonly string[],
  env: Record<string, string> = {},
  output?: number,
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', output ?? 'pipe', 'pipe'],
  })
  const read = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      read[name] += text
    })
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...read }))
  })
  return { child, ended }
}

/** Runs it to its end. */
export const runCommand = (args: readonly string[], env?: Record<string, string>): Promise<Ended> =>
  startCommand(args, env).ended
