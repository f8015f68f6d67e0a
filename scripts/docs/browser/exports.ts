/** What the lines of a shell set, as `npm run sandbox` prints them: `export NAME=value`, the value bare or quoted. */
export function readExports(text: string): Map<string, string> {
  const lines = text.matchAll(/^\s*export (\w+)=(?:'([^']*)'|"([^"]*)"|(\S*))\s*$/gm)
  return new Map([...lines].map(([, name = '', single, double, bare]) => [name, single ?? double ?? bare ?? '']))
}
