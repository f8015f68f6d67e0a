import type { Contract, Operation } from '../generate/contract.ts'

/** Where a pointer leads: the thing, and the keyword of it when the pointer goes down to one. */
export interface PlaceOf {
  place: string
  keyword?: string
}

const namedKeywords = new Set(['required', 'enum', 'type', 'tags', 'security'])

/** Names what a JSON pointer that was followed through references leads to, in the words of the report. */
export function placeOf(pointer: string, contract: Contract): PlaceOf {
  const segments = pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  const [first, second, third] = segments
  if (first === 'security') return { place: 'security', keyword: 'security' }
  if (first === 'servers') return { place: second === '0' || !second ? 'server' : `server ${Number(second) + 1}` }
  if (first === 'components' && second === 'securitySchemes')
    return named(`security scheme \`${third}\``, segments.slice(3))
  if (first === 'paths' && second) return inPath(second, segments.slice(2), contract)
  return { place: segments.join('.') || 'contract' }
}

function inPath(path: string, [method, kind, name, ...rest]: string[], contract: Contract): PlaceOf {
  if (!method) return { place: `path \`${path}\`` }
  if (kind === 'security') return { place: 'security', keyword: 'security' }
  if (kind === 'parameters' && name) return named(`parameter ${parameterName(contract, path, Number(name))}`, rest)
  if (kind === 'responses' && name) return inResponse(`response ${name}`, rest)
  return named(
    `operation \`${method.toUpperCase()} ${path}\``,
    [kind, name, ...rest].filter((each) => each !== undefined),
  )
}

function inResponse(response: string, [kind, name, ...rest]: string[]): PlaceOf {
  if (kind === 'headers') return name ? named(`${response} header \`${name}\``, rest) : { place: `${response} headers` }
  if (kind !== 'content' || !name)
    return named(
      response,
      [kind, name].filter((each) => each !== undefined),
    )
  const [part, key] = rest
  if (part === 'examples' && key) return { place: `${response} example \`${key}\`` }
  return named(`${response} body`, rest)
}

/** Goes on below a thing: through its schema to the field that is meant. */
function named(thing: string, segments: string[]): PlaceOf {
  let place = thing
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at] ?? ''
    if (segment === 'schema') continue
    if (segment === 'items') place += '[]'
    else if (segment === 'properties') place += `.${segments[++at]}`
    else if (segment.startsWith('x-') || namedKeywords.has(segment)) return { place, keyword: segment }
    else place += ` ${segment}`
  }
  return { place }
}

function parameterName(contract: Contract, path: string, index: number): string {
  const [operation] = Object.values(contract.paths[path] ?? {}) as Operation[]
  const parameter = operation?.parameters?.[index]
  return `\`${parameter?.name ?? parameter?.$ref?.split('/').at(-1) ?? index}\``
}
