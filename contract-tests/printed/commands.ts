/** The first words of what somebody could type at a prompt; other code in a text is a name or a value. */
const starts = /^(npm|npx|bash|git|cd|export [A-Z_]+=\S*|opencopilot-chat (list|export|verify)|[A-Z_]+=\S+ npm) /

/** Every command that a Markdown document shows: the lines of its shell blocks, and what it quotes in a sentence or a table. */
export function commandsInMarkdown(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'))
  const recorded = [...text.matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => command)
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '')
  const quoted = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  return unique([...blocks, ...recorded, ...quoted.filter((code) => starts.test(code))].map(withoutComment))
}

/** The commands under "Examples:" of a command's help. */
export function commandsInHelp(text: string): string[] {
  const [, examples = ''] = text.split(/^Examples:$/m)
  return unique(examples.split('\n').map(withoutComment))
}

const withoutComment = (line: string) => line.replace(/\s+#.*$/, '').trim()
const unique = (commands: string[]) => [...new Set(commands)].filter(Boolean)
