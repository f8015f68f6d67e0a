import { escapeMarkup } from '../../src/contract/reporters/escape.ts'

/** Markup that is already safe to stand in a page. */
export interface Html {
  readonly markup: string
}

type Value = Html | string | number | false | undefined | readonly Value[]

/** Takes markup as it is, from a source that is trusted to escape. */
export const raw = (markup: string): Html => ({ markup })

/** A tagged template for markup: texts are escaped, markup and lists of it go in as they are, `false` and `undefined` leave nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return raw(strings.reduce((page, part, index) => page + markupOf(values[index - 1]) + part))
}

function markupOf(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeMarkup(value)
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.map(markupOf).join('\n')
}
