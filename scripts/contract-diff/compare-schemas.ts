import { isDeepStrictEqual } from 'node:util'
import type { Schema } from '../generate/contract.ts'
import { type At, entriesOf, follow, pairUp, partOf } from './at.ts'
import type { Ledger } from './ledger.ts'
import type { Direction, Presence } from './rate.ts'
import { below, through, type Use } from './use.ts'

interface FullSchema extends Schema {
  additionalProperties?: boolean | FullSchema
  allOf?: FullSchema[]
}

/** A schema with what it is used for. */
type Used = At<FullSchema> & { use: Use }

const combinations = ['anyOf', 'oneOf', 'allOf'] as const

/** Keywords whose schemas are compared by themselves. */
const descents: string[] = ['$ref', 'properties', 'items', ...combinations]

/** Compares two schemas and all below them, wherever references lead. */
export function compareSchemas(
  ledger: Ledger,
  use: Use,
  was: At<Schema> | undefined,
  is: At<Schema> | undefined,
  direction: Direction,
): void {
  compareHere(ledger, was && { ...was, use }, is && { ...is, use }, direction, 'condition', [])
}

function compareHere(
  ledger: Ledger,
  was: Used | undefined,
  is: Used | undefined,
  direction: Direction,
  kind: Presence,
  above: string[],
): void {
  if (!was || !is) {
    ledger.presence(kind, (is ?? was)?.use, was, is, direction)
    return
  }
  const [were, are] = [layersOf(was), layersOf(is)]
  // A schema that holds itself has been compared.
  const here = `${were.at(-1)?.pointer} ${are.at(-1)?.pointer}`
  if (above.includes(here)) return
  for (const { pointer, use } of were) ledger.visit('was', pointer, use)
  for (const { pointer, use } of are) ledger.visit('is', pointer, use)
  compareKeywords(ledger, were, are, direction)
  for (const [kind, one, other] of parts(were, are)) {
    compareHere(ledger, one, other, direction, kind, [...above, here])
  }
}

/** Compares what narrows values or has a meaning by itself, at the layer where it stands. */
function compareKeywords(ledger: Ledger, were: Used[], are: Used[], direction: Direction): void {
  const keywords = new Set([...were, ...are].flatMap(({ node }) => Object.keys(node)))
  for (const keyword of keywords) {
    if (descents.includes(keyword)) continue
    const [from, to] = [layerWith(were, keyword), layerWith(are, keyword)]
    const [was, is] = [from, to].map((layer) => (layer?.node as Record<string, unknown> | undefined)?.[keyword])
    if (keyword === 'additionalProperties' && isSchema(was) && isSchema(is)) continue
    const layer = to ?? are[Math.min(were.indexOf(from as Used), are.length - 1)]
    if (layer) ledger.keyword(layer.use, layer.pointer, keyword, was, is, direction)
  }
}

/** The schemas within two schemas, those that belong together side by side. */
function* parts(were: Used[], are: Used[]): Generator<[kind: Presence, was: Used | undefined, is: Used | undefined]> {
  for (const [, was, is] of pairUp(propertiesOf(were), propertiesOf(are))) yield ['property', was, is]
  yield ['condition', partWith(were, 'items', '[]'), partWith(are, 'items', '[]')]
  const [others, more] = [were, are].map((layers) => partWith(layers, 'additionalProperties', '.*'))
  if (others && more) yield ['condition', others, more]
  for (const keyword of combinations) {
    const kind = keyword === 'allOf' ? 'condition' : 'alternative'
    const [was, is] = [branchesOf(were, keyword), branchesOf(are, keyword)]
    // Without any branch, whatever the others allow is allowed.
    if (kind === 'alternative' && was.length * is.length === 0) {
      yield ['condition', partWith(were, keyword, ` ${keyword}`), partWith(are, keyword, ` ${keyword}`)]
    } else for (const pair of matchBranches(was, is)) yield [kind, ...pair]
  }
}

/** The schema and what it refers to, which hold at once; one that only refers says nothing itself. */
function layersOf(schema: Used): Used[] {
  const { $ref, ...own } = schema.node
  if (!$ref) return [schema]
  const { contract, use, pointer } = schema
  const target = follow({ contract, node: { $ref } as FullSchema, pointer })
  const layers = layersOf({ ...target, use: through(use, target.pointer) })
  return Object.keys(own).length > 0 ? [{ ...schema, node: own }, ...layers] : layers
}

const layerWith = (layers: Used[], keyword: string) =>
  layers.find(({ node }) => (node as Record<string, unknown>)[keyword] !== undefined)

function propertiesOf(layers: Used[]): Map<string, Used> {
  const properties = layers.flatMap((layer) =>
    [...entriesOf(partOf(layer, 'properties'))].map(([name, at]): [string, Used] => [
      name,
      { ...at, use: below(layer.use, `.${name}`) },
    ]),
  )
  return new Map(properties.reverse())
}

function partWith(layers: Used[], keyword: keyof FullSchema, step: string): Used | undefined {
  const layer = layerWith(layers, keyword)
  const part = layer && partOf(layer, keyword)
  return part && isSchema(part.node) ? { ...part, node: part.node, use: below(layer.use, step) } : undefined
}

function branchesOf(layers: Used[], keyword: (typeof combinations)[number]): Used[] {
  return layers.flatMap(({ contract, node, pointer, use }) =>
    (node[keyword] ?? []).map((branch, index) => ({
      contract,
      node: branch,
      pointer: `${pointer}/${keyword}/${index}`,
      use: below(use, ` ${keyword}[${index}]`),
    })),
  )
}

/** Branches have no names: equal ones belong together, then whatever is left in its order. */
function matchBranches(were: Used[], are: Used[]): [Used | undefined, Used | undefined][] {
  const left = [...are]
  const matched = new Map<Used, Used | undefined>()
  for (const was of were) {
    const index = left.findIndex(({ node }) => isDeepStrictEqual(node, was.node))
    if (index >= 0) matched.set(was, left.splice(index, 1)[0])
  }
  for (const was of were) if (!matched.has(was)) matched.set(was, left.shift())
  return [...matched, ...left.map((is): [undefined, Used] => [undefined, is])]
}

const isSchema = (value: unknown): value is FullSchema => typeof value === 'object' && value !== null
