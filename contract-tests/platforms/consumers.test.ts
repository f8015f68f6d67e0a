import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InstalledPackage, installPackage } from './installed-package.ts'

const consumer = `
  import { ChatApiError, type ChatClientOptions, type Conversation, createChatClient } from 'opencopilot-chat'

  export async function open(options: ChatClientOptions): Promise<Conversation[]> {
    const chat = createChatClient({ ...options, headers: { 'x-team': 'support' } })
    const found: Conversation[] = await chat.listConversations('x', { signal: new AbortController().signal })
    for await (const conversation of chat.conversations('x')) found.push(conversation)
    const { response } = await chat.http.GET('/backend/chat/{organization_id}', {
      params: { path: { organization_id: 'x' } },
    })
    return response.ok ? found : []
  }

  export const statusOf = (error: unknown): number | undefined =>
    error instanceof ChatApiError ? error.status : undefined
`

/** All declarations are checked, the package's own too. */
const common: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  types: [],
}
const bundled = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
const typeRoot = fileURLToPath(new URL('../../node_modules/@types', import.meta.url))
const page = { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] }

describe('the declarations fit', () => {
  let installed: InstalledPackage
  let file: string

  beforeAll(async () => {
    installed = await installPackage()
    file = join(installed.folder, 'consumer.mts')
    await writeFile(file, consumer)
  }, 120_000)

  afterAll(() => installed?.remove())

  it.each<[string, ts.CompilerOptions]>([
    ['a page that is bundled', { ...bundled, ...page, exactOptionalPropertyTypes: true }],
    ['Node', { lib: ['lib.es2022.d.ts'], types: ['node'], typeRoots: [typeRoot] }],
    ['a worker', { lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'] }],
  ])(
    '%s',
    (_, options) => {
      const program = ts.createProgram([file], { ...common, ...options })
      const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
        return `${file?.fileName.slice(installed.folder.length)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
      })
      expect(problems).toEqual([])
    },
    120_000,
  )
})
