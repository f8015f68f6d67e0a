import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import newest from 'typescript'
import oldest from 'typescript-oldest'
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

const consumerInNode = `
  import { createChatClient } from 'opencopilot-chat'
  import { type Report, verify } from 'opencopilot-chat/contract'
  import { nodeFetch } from 'opencopilot-chat/node'

  export const chat = createChatClient({ token: 'any', fetch: nodeFetch() })
  export const report = (): Promise<Report> => verify({ token: 'any', organizationId: 'x', fetch: nodeFetch() })
`

/** The newest and the oldest TypeScript that the README names; in older ones openapi-fetch's own declarations fail. */
const compilers = [newest, oldest as unknown as typeof newest]

/** All declarations are checked, the package's own too. */
const common: newest.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  target: newest.ScriptTarget.ES2022,
  module: newest.ModuleKind.NodeNext,
  types: [],
}
const bundled = { module: newest.ModuleKind.ESNext, moduleResolution: newest.ModuleResolutionKind.Bundler }
const typeRoot = fileURLToPath(new URL('../../node_modules/@types', import.meta.url))
const page = { lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] }

const inNode = { lib: ['lib.es2022.d.ts'], types: ['node'], typeRoots: [typeRoot] }
const node10 = { module: newest.ModuleKind.ESNext, moduleResolution: newest.ModuleResolutionKind.Node10 }

let installed: InstalledPackage

beforeAll(async () => {
  installed = await installPackage()
})

afterAll(() => installed?.remove())

describe.each(compilers.map((ts) => ({ ts, version: ts.version })))(
  'with TypeScript $version the declarations fit',
  ({ ts }) => {
    it.each<[string, newest.CompilerOptions, string?]>([
      ['a page that is bundled', { ...bundled, ...page, exactOptionalPropertyTypes: true }],
      ['Node', inNode, consumerInNode],
      ['the old resolution of modules', { ...inNode, ...node10 }, consumerInNode],
      ['a worker', { lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'] }],
    ])(
      '%s',
      async (_, options, more = '') => {
        const files = await Promise.all(
          [consumer, more].map(async (source, index) => {
            const file = join(installed.folder, `consumer-${index}.mts`)
            await writeFile(file, `${source}\nexport {}`)
            return file
          }),
        )
        const program = ts.createProgram(files, { ...common, ...options })
        const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
          return `${file?.fileName.slice(installed.folder.length)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
        })
        expect(problems).toEqual([])
      },
      180_000,
    )
  },
)
