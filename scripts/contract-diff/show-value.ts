const longest = 60

/** A value as it may stand in a line of Markdown; undefined where it is too long to be read there. */
function showValue(value: unknown): string | undefined {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length <= longest && !text.includes('`') ? `\`${text}\`` : undefined
}

/** "`default` was `10`, is `25`", or without values where one is too long. */
export function showEdit(keyword: string, before: unknown, after: unknown): string {
  const [was, is] = [showValue(before), showValue(after)]
  return was && is ? `\`${keyword}\` was ${was}, is ${is}` : `\`${keyword}\` changed`
}
