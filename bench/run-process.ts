import { spawn } from 'node:child_process'

export interface Ended {
  /** Null when it had to be stopped. */
  code: number | null
  stdout: string
  stderr: string
  /** From its start to its end. */
  seconds: number
}

export interface RunOptions {
  cwd?: string
  env?: Record<string, string>
  /** Milliseconds after which it is stopped. Default: ten minutes. */
  limit?: number
}

/** Told to every tool that knows it, so that none phones home or looks for updates. */
const quiet = { REDOCLY_TELEMETRY: 'off', DO_NOT_TRACK: '1', NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1' }

/** Runs a program to its end, whatever its exit code. Rejects when it can't be started. */
export function runProcess(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { cwd, env = {}, limit = 600_000 } = options
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...quiet, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr, seconds: (performance.now() - started) / 1_000 }))
  })
}

/** The same, but a failure is an error that quotes what the program said last. */
export async function requireProcess(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  const ended = await runProcess(command, args, options)
  if (ended.code === 0) return ended
  const said = (ended.stderr || ended.stdout).trim().split('\n').at(-1) ?? ''
  throw new Error(`${[command, ...args.slice(0, 3)].join(' ')} ended with ${ended.code}: ${said}`)
}
