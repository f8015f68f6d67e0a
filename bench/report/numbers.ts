import type { Spread } from '../statistics.ts'

export const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
export const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
export const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(2)} s`
export const thousands = (count: number) => count.toLocaleString('en-US')
export const share = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)

/** A ratio with the middle half of the rounds. */
export const ratio = ({ median, low, high }: Spread) => `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
