/** Whether the last of a text could end JSON. Markup doesn't, but for what PHP writes before the JSON to warn of something. */
export const endsAsJson = (text: string): boolean => /[\]}]\s*$/.test(text)

/** Whether a text that isn't JSON could have become some: it ends within an array or an object. */
export function endsEarly(text: string): boolean {
  // No regular expression: one would go through some texts for minutes, and run out of stack in a long string.
  let open = 0
  let isInString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '"') isInString = !isInString
    else if (isInString) index += Number(character === '\\')
    else if (character === '[' || character === '{') open++
    else if (character === ']' || character === '}') open--
  }
  return open > 0
}
