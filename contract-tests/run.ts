import { execFile } from 'node:child_process'

export interface ProcessResult {
  code: number
  stdout: string
  stderr: string
}

/** Runs a program to its end. Rejects when it fails, unless another exit code is expected. */
export function run(
  file: string,
  args: string[],
  { cwd, env, expect = 0 }: { cwd?: string; env?: Record<string, string>; expect?: number | 'any' } = {},
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 2 ** 20 }
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0
      if (expect === 'any' || code === expect) resolve({ code, stdout, stderr })
      else reject(new Error(`${[file, ...args].join(' ')} ended with ${code}, not ${expect}:\n${stdout}\n${stderr}`))
    })
  })
}
