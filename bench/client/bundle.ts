import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bench, built, made } from '../paths.ts'
import { contenders } from './contenders.ts'

const forNode = join(made, 'node')

/** A program of the bench or a contender, as plain JavaScript: what is measured runs without a loader. */
export const programOf = (name: string) => join(forNode, `${name}.mjs`)

const sourceOf = (id: string) => join(bench, 'client', 'contenders', `${id}.ts`)

/** Compiles the contenders, and the server and the worker that measure them. Packages stay as they are installed. */
export async function compilePrograms(): Promise<void> {
  const programs = ['server', 'worker'].map((name) => [name, join(bench, 'client', `${name}.ts`)])
  await build({
    entryPoints: Object.fromEntries([...programs, ...contenders.map(({ id }) => [id, sourceOf(id)])]),
    outdir: forNode,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
  })
}

/** In bytes. */
export interface Size {
  minified: number
  gzipped: number
}

/** What a contender adds to a browser's bundle: what it uses and no more. */
export const sizeOfContender = (id: string) => sizeOf(sourceOf(id))

/** The package's client with everything that it exports, used or not. */
export const sizeOfPackage = () => sizeOf(join(built, 'index.js'))

async function sizeOf(entry: string): Promise<Size> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'error',
  })
  const [file] = outputFiles
  if (!file) throw new Error(`esbuild made nothing of ${entry}`)
  return { minified: file.contents.byteLength, gzipped: gzipSync(file.contents, { level: 9 }).byteLength }
}
