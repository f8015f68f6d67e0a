import type { OperationFacts } from '../../generated/facts.ts'
import { itemOf } from './operation.ts'
import { safeText } from './safe-text.ts'
import type { ResolvedTarget } from './target.ts'

/** Turns a value of a body into words for a report. */
export type Show = (value: unknown, field?: string) => string

/**
 * Fields of which a value tells nothing about a person: numbers, booleans, texts from a known set, and what tells an item
 * from others. Everything else, and every unlisted field, may.
 */
function impersonalOf(operation: OperationFacts): Set<string> {
  const { id, time } = operation.list ?? {}
  const fields = Object.entries(itemOf(operation)?.schema.fields ?? {}).filter(
    ([name, { type = '', known, equalsParameter }]) =>
      known || equalsParameter || name === id || name === time || ['integer', 'number', 'boolean'].includes(type),
  )
  return new Set(fields.map(([name]) => name))
}

/** What a date and time is made of. */
const timely = /^[\d:.+TZ -]{0,40}$/i

/** A text that is a plain token: an id, a date, a word of a set. Sentences, addresses and phone numbers are not. */
const plain = /^(?!\+?\d{7,}$)[\w.:+-]{0,64}$/

/** How much of a text may be shown as its form alone. */
const longestForm = 40

/** The form of a text that should be a time: its letters and digits are gone, and what stands between them shows which form it has. */
function timeForm(text: string): string {
  const form = text
    .slice(0, longestForm)
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[^\P{L}A]/gu, 'a')
    .replace(/\p{N}/gu, '0')
    .replace(/[^Aa0 ,:.+\-/()]/g, '?')
  return `a text of the form ${form}${text.length > longestForm ? '…' : ''} (masked)`
}

const maskedText = ({ length }: string) => `a text of ${length} characters (masked)`

/** Words for a value in an answer to an operation, with what may be personal masked. */
export function showMasked(operation: OperationFacts): Show {
  const impersonal = impersonalOf(operation)
  const fields = itemOf(operation)?.schema.fields ?? {}
  return (value, field) => {
    if (value === null || value === undefined || typeof value === 'boolean') return String(value)
    if (typeof value === 'number') return field && !impersonal.has(field) ? 'a number (masked)' : String(value)
    if (typeof value === 'string') {
      const isTime = field !== undefined && fields[field]?.format === 'date-time'
      const open = field !== undefined && impersonal.has(field) && (isTime ? timely : plain).test(value)
      if (open) return JSON.stringify(value)
      return isTime ? timeForm(value) : maskedText(value)
    }
    return Array.isArray(value) ? `an array of ${value.length}` : 'an object (masked)'
  }
}

/** Words for a value as it is. */
export const showOpenly =
  (target: ResolvedTarget): Show =>
  (value) =>
    safeText(JSON.stringify(value) ?? 'undefined', target)

/** A word of an id that a machine made: with a digit in it, hexadecimal, short, or one that says what it is. */
const machineWord = /^(?:\w*\d\w*|[a-f]*|[a-z]{1,3}|request|trace|root|self)$/i

/** Whether a machine made it: people's names have other words, and their phone numbers nothing but digits. */
const isMachineMade = (id: string) =>
  id.length <= 128 &&
  /\d/.test(id) &&
  !/^[\d.:/=-]{7,}$/.test(id) &&
  id.split(/[-_.:/=]/).every((word) => machineWord.test(word))

/** What a server calls a request, masked when somebody's name or number may be in it. */
export const showRequestId = (id: string, openly: boolean): string =>
  openly || isMachineMade(id) ? id : maskedText(id)
