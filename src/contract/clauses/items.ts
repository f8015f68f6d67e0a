import { isDeepStrictEqual } from 'node:util'
import type { FieldFacts, OperationFacts } from '../../../generated/facts.ts'
import { kebabCase } from '../../text/kebab-case.ts'
import type { Check, Finding, Rule } from '../clause.ts'
import { type Entry, type Exchange, entriesOf, isRecord } from '../exchange.ts'
import { bodyOf, itemOf, type List, listOfOperation, nounOf } from '../operation.ts'
import { type Sighting, sightingsOf } from '../walk.ts'
import { fieldRules } from './fields.ts'
import { onFilled } from './filled.ts'

/** A rule on each item by itself: what it expects, and what an item is instead, if it isn't. */
const onEach = (
  rule: Omit<Rule, 'severity' | 'each' | 'last' | 'judge'>,
  wrong: (entry: Entry, check: Check) => Pick<Finding, 'expected' | 'actual' | 'at'> | undefined,
): Rule =>
  onFilled({ ...rule, each: true }, (exchanges, check) =>
    exchanges.flatMap((exchange) =>
      entriesOf(exchange).flatMap((entry) => {
        const finding = wrong(entry, check)
        return finding ? [{ ...finding, exchanges: [exchange] }] : []
      }),
    ),
  )

const shape = (operation: OperationFacts, item: string): Rule => {
  const { pointer = operation.pointer, evidence = operation.evidence, items } = bodyOf(operation) ?? {}
  return onEach(
    {
      id: `${item}-shape`,
      group: 'items',
      says: items ? 'Each item of the list is a JSON object' : `The ${item} is a JSON object`,
      statement: { pointer, evidence },
    },
    ({ value, at }, { show }) => (isRecord(value) ? undefined : { expected: 'an object', actual: show(value), at }),
  )
}

const uniqueIds = (list: List, item: string): Rule =>
  onFilled(
    {
      id: `${item}-unique-ids`,
      group: 'items',
      says: `No two ${nounOf(list.operation).many} share an id`,
      statement: list.item.fields[list.id] ?? list.item,
      each: true,
    },
    (exchanges) => [...exchanges.flatMap((exchange) => twiceOnAPage(exchange, list.id)), ...twoTimes(exchanges, list)],
  )

function twiceOnAPage(exchange: Exchange, idField: string): Finding[] {
  const seen = new Map<unknown, number>()
  return entriesOf(exchange).flatMap(({ value }, index) => {
    const id = isRecord(value) ? value[idField] : undefined
    if (id === undefined) return []
    const first = seen.get(id)
    if (first === undefined) {
      seen.set(id, index)
      return []
    }
    return [
      {
        expected: 'an id of its own',
        actual: `the id of item ${first} again`,
        exchanges: [exchange],
        at: `/${index}/${idField}`,
      },
    ]
  })
}

/** An item has one creation time. An id with two is two items, or a server that makes times up. */
function twoTimes(exchanges: Exchange[], { time }: List): Finding[] {
  if (time === undefined) return []
  const first = new Map<string, Sighting>()
  return sightingsOf(exchanges).flatMap((sighting) => {
    const { id, values } = sighting.item
    const before = first.get(id) ?? sighting
    first.set(id, before)
    // A server may send a time as an array or an object, which is another one in each answer.
    if (id === undefined || isDeepStrictEqual(before.item.values[time], values[time])) return []
    return [
      {
        expected: 'one creation time for one id',
        actual: 'another one than before',
        exchanges: [before.exchange, sighting.exchange],
        at: `/${sighting.index}/${time}`,
      },
    ]
  })
}

/** A field that repeats a parameter of the path: this is how it shows that nobody else's data is in an answer. */
const belonging = (operation: OperationFacts, item: string, field: string, facts: FieldFacts): Rule => {
  const parameter = facts.equalsParameter ?? ''
  const owner = parameter.replace(/_?id$/i, '')
  return onEach(
    {
      id: `${item}-${kebabCase(owner)}`,
      group: 'items',
      says: `Every ${nounOf(operation).one} belongs to the ${owner} that was asked for`,
      statement: facts,
    },
    ({ value, at }, { ask }) => {
      const id = isRecord(value) ? value[field] : undefined
      if (typeof id !== 'string' || id.toLowerCase() === ask.path[parameter]?.toLowerCase()) return undefined
      return {
        expected: `the ${field} to be the path parameter ${parameter}`,
        actual: `the id of another ${owner}`,
        at: `${at}/${field}`,
      }
    },
  )
}

/** What holds for the items of an answer, or for the object that it is. */
export function itemRules(operation: OperationFacts): Rule[] {
  const { name, schema } = itemOf(operation) ?? {}
  if (!name || !schema || schema.type !== 'object') return []
  const item = kebabCase(name)
  const list = listOfOperation(operation)
  const owned = Object.entries(schema.fields).filter(
    ([, { equalsParameter }]) => equalsParameter && operation.parameters[equalsParameter]?.in === 'path',
  )
  return [
    shape(operation, item),
    ...fieldRules(item, schema),
    ...(list ? [uniqueIds(list, item)] : []),
    ...owned.map(([field, facts]) => belonging(operation, item, field, facts)),
  ]
}
