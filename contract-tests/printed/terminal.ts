import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

/** A program that runs until it is stopped. */
export interface RunningProgram {
  /** Resolves with what it printed once that matches; rejects when it ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>
  stop(): Promise<void>
}

/** Gives a program a terminal of its own; there is none on other systems. */
const script = '/usr/bin/script'

/** Starts a command as people do: with a terminal on its standard input where the system can make one, and else with one that stays open. */
export function startInTerminal(command: string, env: Record<string, string>): RunningProgram {
  const [file, args] = existsSync(script) ? [script, ['-qefc', command, '/dev/null']] : ['sh', ['-c', command]]
  // A group of its own, since npm and npx don't hand a signal on to what they started.
  const child = spawn(file, args, { env: { ...process.env, ...env }, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  let look = () => {}
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += stripVTControlCharacters(text)
      look()
    })
  }
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  return {
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const match = pattern.exec(output)
          if (match) resolve(match)
        }
        look()
        void ended.then(() => reject(new Error(`${command} ended, and printed: ${output}`)))
      }),
    stop: async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
      await ended
    },
  }
}
