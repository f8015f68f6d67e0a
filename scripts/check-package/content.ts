/** What may be in the package, and nothing else. */
const allowed = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^openapi\/(openapi\.yaml|examples\/[\w-]+\.json)$/,
  /^dist\/(src|generated)\/([\w-]+\/)*[\w-]+\.(js|js\.map|d\.ts)$/,
]

/** Files that nobody needs who installs the package: tests, their helpers, sources, and whatever else slipped in. */
export const unexpectedFiles = (files: string[]): string[] =>
  files.filter((file) => !allowed.some((pattern) => pattern.test(file)) || /(^|\/)testing\/|\.test\./.test(file))
