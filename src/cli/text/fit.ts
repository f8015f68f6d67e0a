import stringWidth from 'string-width'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many columns of a terminal a text takes: two for an ideograph or an emoji, none for what combines. */
export const widthOf = (text: string): number => stringWidth(text)

/** Cuts a text to a width, with an ellipsis where something was cut; never within a character as people see it. */
export function cut(text: string, width: number): string {
  if (width <= 0) return ''
  // No character is wider than two columns, but many code units may make up one: only a short text is surely whole.
  if (text.length * 2 <= width || widthOf(text) <= width) return text
  let kept = ''
  let taken = 0
  for (const { segment } of graphemes.segment(text)) {
    const more = widthOf(segment)
    if (taken + more > width - 1) break
    kept += segment
    taken += more
  }
  return `${kept.trimEnd()}…`
}

/** Cuts and fills a text so that it takes exactly a width. */
export function padTo(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const short = cut(text, width)
  const space = ' '.repeat(Math.max(0, width - widthOf(short)))
  return align === 'right' ? space + short : short + space
}
