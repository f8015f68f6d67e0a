/** Builds the HTML docs into `dist/docs/`. With `--serve` it shows them, and builds again when a source changes. */
import { generate } from './generate/generate.ts'

const out = 'dist/docs'

await generate('.')
const { buildDocs } = await import('./docs/build.ts')
console.log(await buildDocs(out))
