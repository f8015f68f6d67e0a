/** Whether a text that isn't JSON could have become some: it ends within an array or an object. */
export function endsEarly(text: string): boolean {
  // With a string that doesn't end: else it would be looked for from each quote within it anew, which takes minutes.
  const rest = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*("|\\?$)/gs, '')
  return rest.split(/[[{]/).length > rest.split(/[\]}]/).length
}
