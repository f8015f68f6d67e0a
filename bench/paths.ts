import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The package under test. */
export const root = at('..')
export const bench = at('.')
export const contract = at('../openapi/openapi.yaml')
/** What `npm run build` made. */
export const built = at('../dist/src')
/** Everything that a run makes and nobody keeps; ignored by git. */
export const made = at('dist')
