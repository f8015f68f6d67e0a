import { toOneLine } from './clean-text.ts'

/**
 * Breaks a text into lines of so many columns, at spaces alone: an address stays whole, and where it is, however long. A line that
 * begins within a text is as harmless as one that begins with it.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    // Where a word fits in no line, another line is no help.
    if (line === '' || columnsOf(longer) <= width || columnsOf(word) > width) {
      line = longer
      continue
    }
    lines.push(line)
    line = word
  }
  return [...lines, line].map((each) => toOneLine(each))
}

const columnsOf = (text: string) => [...text].length
