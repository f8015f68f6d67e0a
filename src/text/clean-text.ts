/**
 * What acts on a terminal instead of being shown: controls, separators of lines and paragraphs, format characters that
 * turn text around; and what can't be written: halves of surrogate pairs, and the two that are no characters in XML.
 */
export const acting = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/** What a CI log takes for a command of its own: `::` at the start of a line, `##[` and `##vso[` anywhere (GitHub, Azure). */
const command = /^([^\S\r\n]*:)(?=:)|(#)(?=#(?:vso)?\[)/gim

/**
 * Text from elsewhere as it may stand in one line of a terminal or a log: it can move no cursor, set no colour or title,
 * reverse nothing and give no command. White space becomes one space; a character that would act is shown as a picture
 * of itself or as �.
 */
export const toOneLine = (text: string): string => toLines(text.replace(/\s+/gu, ' ').trim())

/** The same for text of several lines: line breaks and tabs stay. */
export const toLines = (text: string): string =>
  text
    .replace(acting, (character) => (/[\t\r\n]/.test(character) ? character : picture(character)))
    .replace(command, '$& ')

function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

/** A character as JSON writes it where it can't stand for itself. */
export const escapeInJson = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
