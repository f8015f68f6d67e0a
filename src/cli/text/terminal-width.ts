/** How wide lines may be: as the terminal is, or as COLUMNS says where there is none; otherwise nothing limits them. */
export function terminalWidth(stream: { isTTY?: boolean; columns?: number }): number {
  if (stream.isTTY && stream.columns) return stream.columns
  const columns = Number(process.env.COLUMNS)
  return Number.isInteger(columns) && columns > 0 ? columns : Number.POSITIVE_INFINITY
}
