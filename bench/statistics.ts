/** A middle and how far apart the values around it are. */
export interface Spread {
  median: number
  /** A quarter of the values is lower. */
  low: number
  /** A quarter of the values is higher. */
  high: number
}

/** The value below which that share of the values lies; between two values it is interpolated. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
})

/** Each value against the baseline of the same round, so that what slows a whole round down cancels out. */
export const ratios = (values: readonly number[], baseline: readonly number[]) =>
  values.map((value, round) => value / (baseline[round] ?? Number.NaN))

/** The same list, begun at another place: no contender always goes first. */
export const rotate = <T>(list: readonly T[], by: number): T[] => {
  const at = list.length === 0 ? 0 : by % list.length
  return [...list.slice(at), ...list.slice(0, at)]
}

/** The first and every n-th after it. */
export const everyNth = <T>(list: readonly T[], n: number): T[] => list.filter((_, index) => index % n === 0)
