import { spawn } from 'node:child_process'
import { faults, findByName, sandboxWith } from '../../contract-tests/faults/index.ts'
import { makeConversations } from '../../contract-tests/sandbox/conversations.ts'
import { environmentOf, startSandbox } from '../../contract-tests/sandbox/index.ts'
import { defaultPorts } from '../port.ts'

/** The bug that the recorded server has: `list` shows nothing of it, `verify` does. */
const fault = 'numbers-as-text'

/** How many conversations the recorded server has: they fit on a page, whatever limit the contract sets by default. */
const count = 5

/** Made up, like what belongs to it. */
const organizationId = 'ac7afd93-e419-4307-8505-754bd0f544ea'

/** Columns of a recorded line: what code hosts show without scrolling. */
const width = 80

/** A block that shows a command and, below it, what the command prints. */
const block = /^```console\n\$ npx opencopilot-chat (.*)\n[\s\S]*?^```$/gm

/** Runs the commands in a document's `console` blocks on a sandbox, and resolves with the document that shows what they print. */
export async function recordBlocks(document: string): Promise<string> {
  const data = makeConversations(organizationId, count, 'readme')
  const sandbox = await startSandbox(sandboxWith(findByName(faults, fault), { data }))
  try {
    const environment = environmentOf(sandbox)
    const recorded = new Map<string, string>()
    for (const [, command = ''] of document.matchAll(block)) {
      recorded.set(command, lasting(await run(command.split(' '), environment), sandbox.baseUrl))
    }
    return document.replace(
      block,
      (_, command: string) => `\`\`\`console\n$ npx opencopilot-chat ${command}\n${recorded.get(command)}\n\`\`\``,
    )
  } finally {
    await sandbox.close()
  }
}

/** Leaves out what differs from run to run, and cuts what is wider than a page. */
const lasting = (output: string, baseUrl: string): string =>
  output
    .trim()
    .replaceAll(baseUrl, `http://127.0.0.1:${defaultPorts.sandbox}`)
    .replace(/ \d+ requests in [\d.]+ s\.?/, '')
    .replace(/(request id\s+)[\da-f-]{36}/g, '$1…')
    .replace(/\n{3,}/g, '\n\n')
    .split('\n')
    .map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line.trimEnd()))
    .join('\n')

function run(args: readonly string[], environment: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    env: { PATH: process.env.PATH, COLUMNS: String(width), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(output))
  })
}
