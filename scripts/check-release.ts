/**
 * Says whether this version may be released: tag, package and contract agree, and the changelog has an entry for it.
 * Prints the entry, for the notes of the release. Exit codes: 0 it may, 1 it may not, 2 bad usage.
 */
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { contract } from '../generated/facts.ts'
import { readChangelog } from './release/changelog.ts'
import { releaseProblems } from './release/check-release.ts'

const { tag } = new Command('npm run check:release --')
  .description('Says whether this version may be released, and prints its entry of the changelog.')
  .option('--tag <name>', 'the git tag that asks for the release')
  .allowExcessArguments(false)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ tag?: string }>()

try {
  const { version: packageVersion, repository } = JSON.parse(await readFile('package.json', 'utf8'))
  const entries = readChangelog(await readFile('CHANGELOG.md', 'utf8'))
  const problems = releaseProblems({
    packageVersion,
    contractVersion: contract.version,
    entries,
    repository: repository?.url ?? '',
    readme: await readFile('README.md', 'utf8').catch(() => undefined),
    tag,
  })
  for (const problem of problems) console.error(`error: ${problem}`)
  if (problems.length > 0) process.exitCode = 1
  else console.log(entries.find(({ version }) => version === packageVersion)?.text)
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
