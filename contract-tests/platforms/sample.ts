import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Sandbox } from '../sandbox/index.ts'

const pathOf = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))

/** How a sample that is a program ended. */
export interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Runs a sample as its reader would, on the first organization of a sandbox. */
export function runSample(name: string, words: readonly string[], sandbox: Sandbox, env = {}): Promise<Ended> {
  const [{ id, token }] = sandbox.organizations
  const access = {
    OPENCOPILOT_BASE_URL: sandbox.baseUrl,
    OPENCOPILOT_TOKEN: token,
    OPENCOPILOT_ORGANIZATION_ID: id,
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', pathOf(name), ...words],
      { env: { ...process.env, ...access, ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

/** The files of a sample that is a page, with its script bundled as its reader would do it. */
export async function buildSample(folder: string, script: string): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [pathOf(`${folder}/${script}`)],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return { '/': await readFile(pathOf(`${folder}/index.html`), 'utf8'), '/main.js': outputFiles[0]?.text ?? '' }
}
