/** A command line that a shell reads as these words. */
export const shellCommand = (words: readonly string[]): string => words.map(quote).join(' ')

/** Bare where the shell has nothing to expand, quoted otherwise. */
const quote = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
