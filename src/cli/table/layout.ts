/** What a column asks for: to be so wide, or as wide as its content where that is less. */
export interface Claim<Column> {
  column: Column
  width: number
  /** Whether a column that has its place already takes less, where there isn't room for all. Default false. */
  partly?: boolean
}

/** Between two columns. */
export const gap = 2

/**
 * The width of each column that gets one. Claims are met in their order, each only if there is room for it; a
 * column may come back with a larger claim. The first is met as far as there is room.
 */
export function layout<Column>(
  claims: readonly Claim<Column>[],
  natural: (column: Column) => number,
  width: number,
): Map<Column, number> {
  const widths = new Map<Column, number>()
  let room = width + gap
  for (const { column, width: claimed, partly = false } of claims) {
    const before = widths.get(column) ?? -gap
    const wanted = Math.min(claimed, natural(column)) - before
    const takesLess = widths.size === 0 || (partly && widths.has(column))
    const given = takesLess ? Math.min(wanted, room) : wanted
    if (given > room || given <= 0) continue
    widths.set(column, before + given)
    room -= given
  }
  return widths
}
