import type { Progress } from '../export/export-state.ts'

/** `12,345 conversations`, in every locale. */
export const countOf = (count: number): string =>
  `${count.toLocaleString('en-US')} conversation${count === 1 ? '' : 's'}`

/** One line that tells how far an export is. `before` is what it began with, `elapsed` milliseconds since then. */
export function progressLine(
  { count, page }: Pick<Progress, 'count' | 'page'>,
  before: number,
  elapsed: number,
): string {
  const rate = elapsed > 0 ? Math.round(((count - before) * 1000) / elapsed) : 0
  return `${countOf(count)}, ${rate.toLocaleString('en-US')}/s, page ${page.toLocaleString('en-US')}`
}

const units = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** `4.5 MB` */
export function sizeOf(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${value.toFixed(power > 0 && value < 100 ? 1 : 0)} ${units[power]}`
}

/** `0.4 s`, `12 s`, `3 min 5 s`, `2 h 0 min` */
export function durationOf(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
