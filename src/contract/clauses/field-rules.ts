import type { FieldFacts } from '../../../generated/facts.ts'
import { type Check, type Finding, severityOf } from '../clause.ts'
import { keywordOf } from '../evidence.ts'
import { type Exchange, entriesOf, isRecord } from '../exchange.ts'

/** The rules that JSON Schema has no word for: real dates, open sets, and fields that depend on another. */
export function fieldFindings(exchange: Exchange, name: string, facts: FieldFacts, { show }: Check): Finding[] {
  return entriesOf(exchange).flatMap(({ value: item, at }) => {
    if (!isRecord(item)) return []
    const broken = rules.flatMap((rule) => rule(item, name, facts) ?? [])
    return broken.map(({ expected, keyword }) => {
      const statement = keywordOf(facts, keyword)
      return {
        statement,
        severity: severityOf(statement.evidence),
        expected,
        actual: show(item[name], name),
        exchanges: [exchange],
        at: `${at}/${name}`,
      }
    })
  })
}

interface Broken {
  expected: string
  /** The keyword of the contract that says so. */
  keyword: string
}

type Rule = (item: Record<string, unknown>, name: string, facts: FieldFacts) => Broken | undefined

/** A form that is right can still name a day that no calendar has. */
const realDate: Rule = (item, name, { format }) => {
  const value = item[name]
  const match = format === 'date-time' && typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)t/i.exec(value) : undefined
  if (!match) return undefined
  const [, year, month, day] = match.map(Number) as [number, number, number, number]
  if (day <= new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return { expected: 'a date that the calendar has', keyword: 'format' }
}

/** An open set is open for a reader; a server that leaves it has left the page. Letter case has no meaning. */
const knownValue: Rule = (item, name, { known }) => {
  const value = item[name]
  if (!known || typeof value !== 'string') return undefined
  if (known.some((word) => word.toLowerCase() === value.toLowerCase())) return undefined
  return { expected: `one of ${known.join(', ')}, in any letter case`, keyword: 'x-extensible-enum' }
}

/** The page says when a value may be there, not that it must: a handoff may have no summary yet. */
const unavailable: Rule = (item, name, { availableWhen }) => {
  if (!availableWhen || item[availableWhen] !== false || !hasValue(item[name])) return undefined
  return { expected: `no value, since ${availableWhen} is false`, keyword: 'x-available-when' }
}

const hasValue = (value: unknown) => value !== undefined && value !== null && value !== ''

const rules = [realDate, knownValue, unavailable]
