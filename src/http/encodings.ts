/** What gives a token away beside itself: it in hexadecimal, and in base64 by how it falls among what stands before it. */
export const encodingsOf = (token: string): string[] => [
  token.replace(/./g, (character) => character.charCodeAt(0).toString(16)),
  // Three characters make four; those that share their four with what stands before are left out.
  ...[0, 1, 2].map((from) => btoa(token.slice(from))),
]
