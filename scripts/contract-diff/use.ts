/** A way from an operation to a thing of the contract, in words. A thing that is shared has several. */
export interface Use {
  /** Absent where the thing belongs to no operation, such as a server, or is one. */
  operation?: string
  /** "response 400 body.message". */
  thing: string
  /** The component in which the thing stands, and where in it: "schema `ErrorBody`.message". */
  component?: string
  /** What the component is used for: "response 400 body". */
  root?: string
}

const kinds: Record<string, string> = {
  schemas: 'schema',
  parameters: 'parameter',
  responses: 'response',
  headers: 'header',
  examples: 'example',
  links: 'link',
  requestBodies: 'request body',
  securitySchemes: 'security scheme',
}

/** The use of something further down: ".status", "[]", " header `Retry-After`". */
export const below = (use: Use, step: string): Use => ({
  ...use,
  thing: use.thing + step,
  ...(use.component && { component: use.component + step }),
})

/** The use of what a reference leads to, when that is a component. */
export function through(use: Use, pointer: string): Use {
  const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(pointer) ?? []
  return kind && name ? { ...use, component: componentName(kind, name), root: use.thing } : use
}

/** "schema `Limit`". */
export const componentName = (kind: string, name: string): string => `${kinds[kind] ?? kind} \`${name}\``

/** Names a thing by all its uses, and the operations with it where there are several. */
export function nameUses(uses: Use[], operations: string[]): string {
  const [first] = uses
  if (uses.every(({ thing }) => thing === first?.thing) || !first?.component) {
    return list(uses, ({ thing }) => thing, operations)
  }
  return `${first.component} in ${list(uses, ({ root = '' }) => root, operations)}`
}

/** Things with the same operations are named together. */
function list(uses: Use[], nameOf: (use: Use) => string, operations: string[]): string {
  const users = groupBy(uses, nameOf)
  const things = groupBy([...users.keys()], (name) => owners(users.get(name) ?? [], operations))
  return [...things].map(([of, names]) => names.join(', ') + of).join('; ')
}

function owners(uses: Use[], operations: string[]): string {
  const owning = [...new Set(uses.flatMap(({ operation }) => operation ?? []))]
  if (owning.length === 0 || operations.length < 2) return ''
  if (operations.every((operation) => owning.includes(operation))) return ' of every operation'
  return ` of ${owning.map((operation) => `\`${operation}\``).join(', ')}`
}

function groupBy<T>(values: T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value])
  return groups
}
