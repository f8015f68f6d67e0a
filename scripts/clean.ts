/** Removes what an earlier build compiled, so that a file whose source is gone isn't published. */
import { rmSync } from 'node:fs'

for (const folder of ['dist/src', 'dist/generated']) rmSync(folder, { recursive: true, force: true })
