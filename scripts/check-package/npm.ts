import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs npm and gives what it printed; throws with the last line it said. */
export async function npm(args: string[], cwd: string): Promise<string> {
  // npm tells its children where it is; on Windows there is no other way to start it without a shell.
  const { npm_execpath: script } = process.env
  const isNpm = script?.endsWith('npm-cli.js')
  const [command, first] = isNpm && script ? [process.execPath, [script]] : ['npm', []]
  const { stdout } = await run(command, [...first, ...args], { cwd, maxBuffer: 16 * 1024 * 1024 }).catch(
    ({ stderr = '', message }: Error & { stderr?: string }) => {
      throw new Error(`npm ${args[0]} failed: ${stderr.trim().split('\n').at(-1) || message}`)
    },
  )
  return stdout
}
