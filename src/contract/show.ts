import { conversation } from '../../generated/facts.ts'

/** Turns a value of a body into words for a report. */
export type Show = (value: unknown, field?: string) => string

/** Fields of which a value tells nothing about a person. Everything else, and every unlisted field, may. */
const impersonal = new Set<string>(['id', 'copilot_id', 'created_at', ...fieldsWithoutText()])

const formatOf = (field: string) => (conversation.fields as Record<string, { format?: string }>)[field]?.format

/** Numbers, booleans, and texts from a known set. */
function fieldsWithoutText(): string[] {
  return Object.entries(conversation.fields)
    .filter(([, field]) => field.type === 'integer' || field.type === 'boolean' || 'known' in field)
    .map(([name]) => name)
}

/** What a date and time is made of. */
const timely = /^[\d:.+TZ -]{0,40}$/i

/** A text that is a plain token: an id, a date, a word of a set. Sentences, addresses and phone numbers are not. */
const plain = /^(?!\+?\d{7,}$)[\w.:+-]{0,64}$/

/** Words for a value, with what may be personal masked. */
export const showMasked: Show = (value, field) => {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return field && !impersonal.has(field) ? 'a number (masked)' : String(value)
  if (typeof value === 'string') {
    const form = field && formatOf(field) === 'date-time' ? timely : plain
    const open = field !== undefined && impersonal.has(field) && form.test(value)
    return open ? JSON.stringify(value) : `a text of ${value.length} characters (masked)`
  }
  return Array.isArray(value) ? `an array of ${value.length}` : 'an object (masked)'
}

const longest = 200

/** Words for a value as it is, cut when long. */
export const showOpenly: Show = (value) => {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
