import type { OperationFacts } from '../../../generated/facts.ts'
import { type Exchange, isRecord } from '../exchange.ts'
import { bodyOf, itemOf } from '../operation.ts'
import { type Cause, readers } from './diagnosis.ts'

/** How deep within an answer its content is looked for. */
const deepest = 3

/** What the contract has as the whole answer stands inside an object. */
export const enveloped: Cause = ({ answers, check: { operation } }) => {
  const bodies = answers.filter(({ answer }) => answer?.status === 200)
  const [first] = bodies.filter((exchange) => contentIn(exchange))
  const way = first && contentIn(first)
  // An answer that holds nothing, such as that past the end, has the form alone.
  if (!way || !bodies.every((exchange) => contentIn(exchange) === way || isEmptyAt(exchange, way))) return undefined
  const isList = bodyOf(operation)?.items !== undefined
  const [keys, inner] = [way.split('.'), isList ? '[…]' : '{…}']
  const shown = keys.reduceRight((value, key) => `{"${key}": ${value}}`, inner)
  return {
    id: 'enveloped',
    says: `The ${isList ? 'list' : 'answer'} is inside an object, under "${way}": the server sends ${shown} where the contract has ${inner} alone`,
    exchanges: [first],
    explains: ({ exchanges }) => {
      const exchange = exchanges.at(-1)
      return exchange !== undefined && isOwn(exchange, first) && wayTo(exchange, way) !== undefined
    },
    leaves: { groups: readers, reason: `the ${isList ? 'list' : 'answer'} is inside an object, under "${way}"` },
  }
}

/** What somebody without the right to it is given is another matter, in whatever form. */
const isOwn = (exchange: Exchange, { path, authorization }: Exchange) =>
  exchange.authorization === authorization && JSON.stringify(exchange.path) === JSON.stringify(path)

/** The keys that lead to what looks like the content of an answer, with dots in between. */
function contentIn({ answer, operation }: Exchange): string | undefined {
  const search = (value: unknown, way: string[]): string | undefined => {
    if (way.length > 0 && isContent(value, operation)) return way.join('.')
    if (!isRecord(value) || way.length >= deepest) return undefined
    for (const [key, member] of Object.entries(value)) {
      const found = isWord(key) ? search(member, [...way, key]) : undefined
      if (found !== undefined) return found
    }
    return undefined
  }
  return search(answer?.json, [])
}

/** Other keys may be somebody's. */
const isWord = (key: string) => /^[a-z_$][\w$-]{0,31}$/i.test(key)

const wayTo = ({ answer }: Exchange, way: string): unknown =>
  way.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), answer?.json)

function isEmptyAt(exchange: Exchange, way: string): boolean {
  const value = wayTo(exchange, way)
  return Array.isArray(value) ? value.length === 0 : value === null
}

function isContent(value: unknown, operation: OperationFacts): boolean {
  if (!bodyOf(operation)?.items) return looksLikeItem(value, operation)
  return Array.isArray(value) && value.length > 0 && value.every((item) => looksLikeItem(item, operation))
}

/** Whether it has two fields of the item or more, however their names are written. */
function looksLikeItem(value: unknown, operation: OperationFacts): boolean {
  if (!isRecord(value)) return false
  const names = new Set(Object.keys(itemOf(operation)?.schema.fields ?? {}).map(letters))
  return Object.keys(value).filter((key) => names.has(letters(key))).length >= 2
}

/** A name without what differs between the ways of writing it. */
export const letters = (name: string): string => name.replace(/[^a-z\d]/gi, '').toLowerCase()
