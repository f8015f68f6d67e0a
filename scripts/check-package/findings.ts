import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData, type ResolutionKind } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

/** The map under `browser` stays: older bundlers, and those of React Native, know nothing else. */
const unwanted = 'USE_EXPORTS_OR_IMPORTS_BROWSER'

/** What publint says of a tarball, suggestions included, one line each. */
export async function publintFindings(tarball: string): Promise<string[]> {
  const data = await readFile(tarball)
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(data).buffer }, strict: true })
  return messages
    .filter(({ code }) => code !== unwanted)
    .map((message) => formatMessage(message, pkg ?? {}, { color: false }) ?? message.code)
}

/** The package is ESM alone: where `exports` isn't read, or where only CommonJS is, there is nothing to resolve. */
const resolutions: ResolutionKind[] = ['node16-esm', 'bundler']

/** Files that are read, not imported. */
const excludeEntrypoints = [/\.(yaml|json)$/]

/** What are-the-types-wrong says of a tarball for those who import it as ESM, one line each. */
export async function typesFindings(tarball: string): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(await readFile(tarball)), { excludeEntrypoints })
  if (result.types === false) return ['The package has no types.']
  const { entrypoints, problems } = result
  return Object.values(entrypoints).flatMap(({ subpath, resolutions: byKind }) =>
    resolutions.flatMap((kind) =>
      (byKind[kind].visibleProblems ?? []).map((index) => `${subpath} (${kind}): ${problems[index]?.kind}`),
    ),
  )
}
