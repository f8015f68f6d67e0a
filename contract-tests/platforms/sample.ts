import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { type ProcessResult, run } from '../run.ts'
import { environmentOf, type Sandbox } from '../sandbox/index.ts'

const pathOf = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))

/** Runs a sample as its reader would, on the first organization of a sandbox. */
export const runSample = (name: string, words: readonly string[], sandbox: Sandbox, env = {}): Promise<ProcessResult> =>
  run(process.execPath, ['--import', 'tsx', pathOf(name), ...words], {
    env: { ...environmentOf(sandbox), ...env },
    expect: 'any',
  })

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
