import { escapeInJson } from '../../text/clean-text.ts'
import { restoreNumbers } from '../exact-numbers.ts'

/** What JSON may hold unescaped, but a terminal acts on or a reader of lines takes for the end of a line. */
const acting = /[\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** JSON that is the same value to every reader, to the last digit, and harmless where people look at it. */
export const toJson = (value: unknown): string => restoreNumbers(JSON.stringify(value)).replace(acting, escapeInJson)
