import { stderr } from 'node:process'

export interface ProgressLine {
  show(text: string): void
  clear(): void
}

/** One line on a terminal that is written over and over; nothing where stderr is no terminal. */
export function showProgress(): ProgressLine {
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} }
  const line = (text: string) => {
    stderr.cursorTo(0)
    stderr.write(text.slice(0, stderr.columns - 1))
    stderr.clearLine(1)
  }
  return { show: line, clear: () => line('') }
}
