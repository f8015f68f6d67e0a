import type { Results } from '../results.ts'
import { clientSection } from './client.ts'
import { verifySection } from './verify.ts'

/** The results as Markdown. */
export function report({ client, verify }: Results): string {
  const sections = [client && clientSection(client), verify && verifySection(verify)]
  return `# Results of the bench

Made by \`npm run bench\`; not edited by hand. \`npm run bench -- --help\` shows how to run a part of it.

![The same numbers as bars](chart.svg)

${sections.filter((section) => section !== undefined).join('\n')}`
}
