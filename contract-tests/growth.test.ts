import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../generated/facts.ts'
import {
  addFields,
  addOperation,
  addOtherShapes,
  addParameter,
  setLimit,
  writeDirectionsSmall,
} from './growth/changes.ts'
import { type GrownProject, growProject } from './growth/grown-project.ts'
import type { Outcome } from './growth/verify-sandbox.ts'
import type { ProcessResult } from './run.ts'

/** A program that uses what the contract gained, as its types have it. */
const program = `
import { createChatClient } from './index.ts'
import type { Conversation } from '../generated/types.ts'

const chat = createChatClient({ token: 'made-up' })
await chat.listConversations('acme', { status: 'OPEN' })
chat.conversations('acme', { status: 'something else', concurrency: 2 })
// @ts-expect-error: the parameter is a text
await chat.listConversations('acme', { status: 5 })

const { data } = await chat.http.GET('/backend/chat/{organization_id}/{conversation_id}/zz_notes', {
  params: { path: { organization_id: 'acme', conversation_id: 'c-1' }, query: { page: 2 } },
})
export const text: string | undefined = data?.[0]?.zz_text
// @ts-expect-error: there is no such path
await chat.http.GET('/backend/chat/{organization_id}/zz_nowhere')

export const score = ({ zz_score, zz_tongue }: Conversation): [number | undefined, string | undefined] => [zz_score, zz_tongue]
`

const parsed = async <T>(running: Promise<{ stdout: string }>): Promise<T> => JSON.parse((await running).stdout)

/** Checks the sandbox of a grown contract, whole and with faults. */
const verdicts = (project: GrownProject, ...faults: string[]) =>
  parsed<Record<string, Outcome>>(project.tsx('contract-tests/growth/verify-sandbox.ts', faults))

describe('a contract that gains an operation, a parameter and fields', () => {
  let project: GrownProject

  beforeAll(async () => {
    project = await growProject((contract) => {
      addOperation(contract)
      addParameter(contract)
      addFields(contract)
    })
  })

  afterAll(() => project?.remove())

  it('is linted, and everything compiles with it, as does a program that uses what is new', async () => {
    await writeFile(join(project.folder, 'src/zz-uses.ts'), program)
    await project.tsx('scripts/lint-contract.ts')
    await project.node('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json'])
  })

  it('costs the client of one operation nothing but its own parameter and fields', async () => {
    const text = await readFile(join(project.folder, 'generated/client.ts'), 'utf8')
    expect(text).toContain('export const zzListNotes')
    expect(text).toContain('export function checkZzNote(')
  })

  it('is mocked', async () => {
    const path = '/backend/chat/acme/c-1/zz_notes'
    const answers = await parsed<{ status: number; body: unknown }[]>(
      project.tsx('contract-tests/growth/ask-mock.ts', [path, '/backend/chat/acme?status=OPEN']),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.body).toEqual([expect.objectContaining({ zz_text: 'A first note.' })])
  })

  it('is served by the sandbox, and verify judges all of it: nothing violated, and a fault in each is noticed', async () => {
    const faults = ['filter-status-ignored', 'wrong-type-zz-level', 'any-token-accepted']
    const { healthy, ...faulty } = await verdicts(project, ...faults)
    expect(healthy).toMatchObject({ violated: [], advisory: [], notExercised: [] })
    expect(healthy?.operations).toEqual(expect.arrayContaining(['listConversations', 'zzListNotes']))
    expect(healthy?.held).toEqual(
      expect.arrayContaining([
        'listConversations filtering-status',
        'listConversations hostile-status',
        'listConversations conversation-zz-tongue',
        'zzListNotes zz-note-conversation',
        'zzListNotes tenancy-other-organization',
        'zzListNotes hostile-conversation',
        'zzListNotes paging-deep',
      ]),
    )
    expect(faulty['filter-status-ignored']?.violated).toEqual(['listConversations filtering-status'])
    // Nobody documents the field, so a break of its description is a hint.
    expect(faulty['wrong-type-zz-level']?.advisory).toEqual(['listConversations conversation-zz-level'])
    expect(faulty['any-token-accepted']?.violated).toEqual(
      expect.arrayContaining(['listConversations auth-wrong-token', 'zzListNotes auth-wrong-token']),
    )
  })

  it('is filtered by on the command line', async () => {
    const [all, filtered, exported, unusable, help] = await parsed<ProcessResult[]>(
      project.tsx('contract-tests/growth/use-sandbox.ts', [
        JSON.stringify([
          ['export', '--file', '-', '--format', 'ndjson'],
          ['list', '--status', 'open', '--limit', '100', '--output', 'ndjson'],
          ['export', '--status', 'OPEN', '--file', '-', '--format', 'ndjson'],
          ['list', '--status', ' '],
          ['list', '--help'],
        ]),
      ]),
    )
    const items = (outcome: ProcessResult | undefined) =>
      (outcome?.stdout ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { id: string; status: string })
    const open = items(all).filter(({ status }) => status === 'OPEN')
    expect(open.length).toBeGreaterThan(0)
    expect(items(filtered)).toEqual(open)
    expect(items(exported)).toEqual(open)
    expect(unusable).toMatchObject({ code: 2, stderr: expect.stringMatching(/--status.*Allowed: OPEN, RESOLVED/) })
    expect(help?.stdout).toMatch(/--status <value>\s+only conversations in this state: OPEN/)
    expect(all?.stdout).toContain('zz_score')
  })

  it('is documented', async () => {
    await project.tsx('scripts/docs.ts')
    const expected = {
      'reference.html': '/backend/chat/{organization_id}/{conversation_id}/zz_notes',
      'try-it.html': '<option value="zzListNotes">',
      'clauses.html': 'id="zzListNotes-response-status"',
    }
    for (const [name, text] of Object.entries(expected)) {
      const page = await readFile(join(project.folder, 'dist/docs', name), 'utf8')
      // Whole pages would bury the message.
      expect({ name, holds: page.includes(text) }).toEqual({ name, holds: true })
    }
  })

  it('is told from the contract before, once for each thing that changed', async () => {
    const base = resolve('openapi/openapi.yaml')
    const { stdout } = await project.tsx('scripts/contract-diff.ts', ['--base', base], { expect: 'any' })
    const isNew = !('status' in operations.listConversations.parameters)
    for (const name of ['zz_notes', 'zz_level', ...(isNew ? ['status'] : [])]) expect(stdout).toContain(name)
  })
})

describe('a contract whose new operations have other shapes than the first', () => {
  let project: GrownProject

  beforeAll(async () => {
    project = await growProject(addOtherShapes)
  })

  afterAll(() => project?.remove())

  it('is linted, and everything compiles with it', async () => {
    await project.tsx('scripts/lint-contract.ts')
    await project.node('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json'])
  })

  it('is served by the sandbox, and verify finds its way to all of it', async () => {
    const { healthy } = await verdicts(project)
    expect(healthy).toMatchObject({ violated: [], advisory: [] })
    expect(healthy?.held).toEqual(
      expect.arrayContaining([
        'zzListNotes paging-deep',
        'zzListNotes sorting-descending',
        'zzListNotes hostile-created-at',
        'zzListNotes zz-note-shape-value',
        'zzReadConversation hostile-conversation',
        'zzReadNote response-status',
        'zzReadNote hostile-zz-note',
      ]),
    )
  })
})

describe.each([25, 5].filter((limit) => limit !== operations.listConversations.parameters.limit.default))(
  'a contract whose pages hold %d by default, and whose directions are written otherwise',
  (limit) => {
    let project: GrownProject

    beforeAll(async () => {
      project = await growProject((contract) => {
        setLimit(limit)(contract)
        writeDirectionsSmall(contract)
      })
    })

    afterAll(() => project?.remove())

    it('is kept by the sandbox, and a fault of its pages is noticed', async () => {
      const { healthy, ...faulty } = await verdicts(project, 'page-three-skipped')
      expect(healthy).toMatchObject({ violated: [], advisory: [], notExercised: [] })
      expect(faulty['page-three-skipped']?.violated).toContain('listConversations paging-no-gap')
    })
  },
)
