import { endsEarly } from '../http/json-ends.ts'

/** Of a text that is longer, only that it ends too early is told: the rest would take seconds. */
const longest = 200_000

/** What a text is that isn't JSON, in words that hold none of it. */
export function describeNotJson(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return 'nothing'
  const fault = text.length > longest ? undefined : faultOf(trimmed)
  if (fault) return fault
  if (trimmed.startsWith('<')) return 'markup'
  return endsEarly(trimmed) ? 'JSON that ends too early' : 'a text that is not JSON'
}

/** What keeps a text from being JSON, if it is known. */
function faultOf(text: string): string | undefined {
  if (isJson(text)) return "JSON but for spaces around it that it doesn't have"
  if (isJson(/^[\w$.]+\((.*)\)\s*;?$/s.exec(text)?.[1] ?? '')) return 'JSON in the call of a function'
  if (text.split(/\n\s*/).every(isJson)) return 'a JSON text on each line'
  let rest = text
  const found: string[] = []
  for (const [fault, repair] of repairs) {
    const repaired = repair(rest)
    if (repaired === rest) continue
    found.push(fault)
    if (isJson(repaired)) return `JSON but for ${found.join(', and ')}`
    rest = repaired
  }
  return undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A string, or what stands between two. One that doesn't end is a string too, or it would be looked for from each quote in it anew. */
const parts = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|[^"]+/gs

const inStrings = (text: string, change: (part: string) => string) =>
  text.replace(parts, (part) => (part.startsWith('"') ? change(part) : part))

const betweenStrings = (text: string, change: (part: string) => string) =>
  text.replace(parts, (part) => (part.startsWith('"') ? part : change(part)))

/** What people find in place of JSON, and what makes JSON of it. A text may need several. */
const repairs: readonly (readonly [fault: string, repair: (text: string) => string])[] = [
  ['text before it', withoutTextBefore],
  ['text behind it', (text) => text.slice(0, Math.max(text.lastIndexOf(']'), text.lastIndexOf('}')) + 1)],
  [
    'strings in single quotes',
    (text) =>
      betweenStrings(text, (part) =>
        part.replace(/'([^'\\]*(?:\\.[^'\\]*)*)(?:'|\\?$)/gs, (_, inner: string) => JSON.stringify(inner)),
      ),
  ],
  [
    "values that it doesn't have, such as NaN",
    (text) =>
      betweenStrings(text, (part) => part.replace(/\b(?:NaN|undefined|None|True|False)\b|-?\bInfinity\b/g, 'null')),
  ],
  ['a comma behind a last value', (text) => betweenStrings(text, (part) => part.replace(/,(?=\s*[\]}])/g, ''))],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what JSON forbids
  ['control characters that are not escaped', (text) => inStrings(text, (part) => part.replace(/[\0-\x1f]/g, ' '))],
  [
    "escapes that it doesn't have",
    (text) =>
      inStrings(text, (part) =>
        part.replace(/\\(?:u[\da-f]{4}|(.)|$)/gis, (written, character?: string) =>
          character && !'"\\/bfnrt'.includes(character) ? character : written,
        ),
      ),
  ],
]

/** From the first of its brackets on at which JSON begins, if one of the first few does: not the last item of a list cut short. */
function withoutTextBefore(text: string): string {
  const starts = [...text.slice(0, 5_000).matchAll(/[[{]/g)].slice(0, 5)
  const start = starts.find(({ index }) => !endsEarly(text.slice(0, index)) && isJson(text.slice(index)))
  return start ? text.slice(start.index) : text
}
