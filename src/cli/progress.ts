import { stderr } from 'node:process'
import { toOneLine } from '../text/clean-text.ts'
import { cut } from './text/fit.ts'

export interface ProgressLine {
  /** Whether anybody sees it: on a terminal, where it is wanted. */
  readonly isShown: boolean
  show(text: string): void
  clear(): void
}

/** One line on a terminal that is written over and over; nothing where stderr is no terminal, or it isn't wanted. */
export function showProgress(wanted = true): ProgressLine {
  if (!wanted || !stderr.isTTY) return { isShown: false, show: () => {}, clear: () => {} }
  const line = (text: string) => {
    stderr.cursorTo(0)
    // A line as wide as the terminal would wrap, and stay.
    stderr.write(cut(toOneLine(text), (stderr.columns || 80) - 1))
    stderr.clearLine(1)
  }
  return { isShown: true, show: line, clear: () => line('') }
}
