/** A point in time to the minute, in UTC, the same in every locale; text that is no time stays as it is. */
export function showTime(text: string): string {
  const time = Date.parse(text)
  return Number.isNaN(time) ? text : new Date(time).toISOString().slice(0, 16).replace('T', ' ')
}
