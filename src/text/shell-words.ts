/** Words as a shell reads them back, one by one. */
export const shellCommand = (words: readonly string[]): string => words.map(shellWord).join(' ')

/** One word: bare where the shell has nothing to expand, quoted otherwise. */
export const shellWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : shellQuoted(word))

/** A text in single quotes, in which a shell expands nothing. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
