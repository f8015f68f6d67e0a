/** A character as JSON writes it where it can't stand for itself. */
export const escapeInJson = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
