/** What gives a token away beside itself: it in hexadecimal, and in base64 by how it falls among what stands before it. */
export const encodingsOf = (token: string): string[] => [
  token.replace(/./g, (character) => character.charCodeAt(0).toString(16)),
  // The first characters are left out as far as they also hold what stands before.
  ...[0, 2, 3].map((shared, before) => btoa('\0'.repeat(before) + token).slice(shared)),
]
