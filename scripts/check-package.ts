/** Checks the package as it would be published: what is in it, and what publint and are-the-types-wrong say of it. */
import { unexpectedFiles } from './check-package/content.ts'
import { publintFindings, typesFindings } from './check-package/findings.ts'
import { packPackage } from './check-package/pack.ts'

try {
  const { tarball, files, size, unpackedSize, remove } = await packPackage()
  const findings = await Promise.all([publintFindings(tarball), typesFindings(tarball)]).finally(remove)
  console.log(files.join('\n'))
  console.log(`${files.length} files, ${kilobytes(size)} to download, ${kilobytes(unpackedSize)} installed`)
  const lines = [...unexpectedFiles(files).map((file) => `${file} has no place in the package`), ...findings.flat()]
  for (const line of lines) console.error(`error: ${line}`)
  if (lines.length > 0) process.exitCode = 1
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 2
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
