import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** What an entry costs those who bundle it for browsers. */
export interface Size {
  /** Bytes, minified. */
  minified: number
  /** Bytes, minified and compressed by gzip. */
  compressed: number
  /** Minified bytes by source file, the largest first. */
  parts: [file: string, bytes: number][]
}

/** Bundles everything that an entry exports, as a program for browsers would. Throws when it needs something that browsers lack. */
export async function measureSize(entry: string): Promise<Size> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    outdir: '.',
    logLevel: 'silent',
  }).catch(({ errors }: { errors: { text: string }[] }) => {
    throw new Error(errors[0]?.text ?? `${entry} can't be bundled`)
  })
  const [output] = outputFiles
  const [inputs] = Object.values(metafile.outputs)
  const parts = Object.entries(inputs?.inputs ?? {}).map(
    ([file, part]) => [file, part.bytesInOutput] as [string, number],
  )
  return {
    minified: output?.contents.length ?? 0,
    compressed: gzipSync(output?.contents ?? '', { level: 9 }).length,
    parts: parts.sort(([, one], [, other]) => other - one),
  }
}
