import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('browser/', import.meta.url))

/** Bundles the scripts of the pages: classic ones, since a browser loads no module from a file. */
export async function bundleScripts(names: readonly string[]): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => `${folder}${name}.ts`),
    outdir: 'assets',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
  })
  return new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/') + 1), text]))
}
