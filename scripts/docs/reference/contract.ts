import { type Contract, methods, type Operation, type Schema } from '../../generate/contract.ts'
import { plainSchema } from '../../generate/plain-schema.ts'
import type { Evidence } from '../../generate/shapes.ts'
import { type EvidenceMeanings, evidenceBadge } from '../evidence.ts'
import { type Html, html, raw } from '../html.ts'

type Node = { [key: string]: unknown }

/** Keywords that a reader of the page meets under another name. */
const keywordNames: Record<string, string> = {
  'x-extensible-enum': 'the known values',
  'x-available-when': 'when it is there',
  'x-equals-parameter': 'whose value it has',
}

/**
 * The contract as people read it: how well each statement is known becomes a badge in its description, and what the
 * other extensions say becomes a sentence. The contract that is handed in stays as it is.
 */
export function readableContract(contract: Contract, meanings: EvidenceMeanings): Contract {
  const readable = withoutTags(rewrite(withKnownValues(contract), false) as Contract)
  return { ...readable, info: { ...readable.info, description: opening(contract, meanings) } }
}

/** The endpoint comes first: what the contract says of itself would fill the first screen, and is on the overview. */
function opening({ info, paths }: Contract, meanings: EvidenceMeanings): string {
  const endpoints = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => (item[method] ? [`**\`${method.toUpperCase()} ${path}\`**`] : [])),
  )
  const [first = ''] = (info.description ?? '').split(/\n\s*\n/)
  const badges = [...meanings.keys()].map((evidence) => evidenceBadge(evidence).markup).join(' ')
  return [
    ...endpoints,
    first,
    `Each statement says how well it is known: ${badges} ([what that means](index.html#how-well-it-is-known)).`,
  ].join('\n\n')
}

/** A parameter shows its own words only, so the known values of its schema are said there. */
function withKnownValues(contract: Contract): Contract {
  const known = <P extends { schema?: Schema }>(parameter: P): P => {
    const values = parameter.schema && plainSchema(contract, parameter.schema, '').node['x-extensible-enum']
    return values ? { ...parameter, 'x-extensible-enum': values } : parameter
  }
  const shared = Object.entries(contract.components.parameters ?? {}).map(([name, parameter]) => [
    name,
    known(parameter as { schema?: Schema }),
  ])
  const inline = eachOperation(contract, (operation) =>
    operation.parameters ? { ...operation, parameters: operation.parameters.map(known) } : operation,
  )
  return { ...inline, components: { ...contract.components, parameters: Object.fromEntries(shared) } }
}

/** Redoc folds the operations of a tag away. All operations are to be seen without a click. */
function withoutTags({ tags: _, ...contract }: Contract & { tags?: unknown }): Contract {
  return eachOperation(contract, ({ tags: _, ...operation }: Operation & { tags?: unknown }) => operation)
}

/** A contract with each operation changed. */
function eachOperation(contract: Contract, change: (operation: Operation) => Operation): Contract {
  const paths = Object.entries(contract.paths).map(([path, item]) => {
    const changed = methods.flatMap((method) => (item[method] ? [[method, change(item[method])] as const] : []))
    return [path, { ...item, ...Object.fromEntries(changed) }] as const
  })
  return { ...contract, paths: Object.fromEntries(paths) }
}

/** Examples, defaults and the names of properties are data, in which a key like x-evidence would mean nothing. */
function rewrite(value: unknown, isMap: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, false))
  if (typeof value !== 'object' || value === null) return value
  const node = value as Node
  const entries = Object.entries(node).map(([key, child]) => {
    if (!isMap && data.has(key)) return [key, child]
    return [key, rewrite(child, !isMap && maps.has(key))]
  })
  return isMap ? Object.fromEntries(entries) : withBadges(Object.fromEntries(entries))
}

const data = new Set(['example', 'examples', 'default', 'enum', 'x-evidence-of'])

const maps = new Set([
  'properties',
  'parameters',
  'responses',
  'headers',
  'schemas',
  'securitySchemes',
  'paths',
  'content',
])

function withBadges({
  'x-evidence': evidence,
  'x-evidence-of': keywords,
  'x-extensible-enum': known,
  'x-available-when': field,
  'x-equals-parameter': parameter,
  'x-list': _,
  ...node
}: Node): Node {
  const sentences = [
    typeof node.description === 'string' ? node.description.trim() : '',
    Array.isArray(known) ? `Known values: ${known.map((value) => `\`${value}\``).join(', ')}; others may come.` : '',
    typeof field === 'string' ? `Has a value only where \`${field}\` is \`true\`.` : '',
    typeof parameter === 'string' ? `Has the value of the path parameter \`${parameter}\`.` : '',
    typeof evidence === 'string'
      ? badges(evidence as Evidence, (keywords ?? {}) as Record<string, Evidence>).markup
      : '',
  ].filter(Boolean)
  if (sentences.length === 0) return node
  return { ...node, description: sentences.join('\n\n') }
}

const badges = (evidence: Evidence, keywords: Record<string, Evidence>): Html =>
  html`<span class="known">${evidenceBadge(evidence)}${Object.entries(keywords).map(([keyword, strength]) => raw(` <span class="known-part">${html`${keywordNames[keyword] ?? keyword}`.markup} ${evidenceBadge(strength).markup}</span>`))}</span>`
