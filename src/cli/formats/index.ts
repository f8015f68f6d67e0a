import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { json, ndjson } from './json.ts'

/** The forms in which conversations are written for other programs. */
export const formats = { json, ndjson, csv } satisfies Record<string, Format>

export type FormatName = keyof typeof formats

export const formatNames = Object.keys(formats) as FormatName[]

const nameOfExtension: Record<string, FormatName> = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
}

export const extensions = Object.keys(nameOfExtension)

/** The form that a file's extension stands for. */
export const formatOfExtension = (extension: string): FormatName | undefined => nameOfExtension[extension.toLowerCase()]
