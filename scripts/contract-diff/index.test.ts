import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addFields, addOperation, secondPath, setLimit } from '../../contract-tests/growth/changes.ts'
import { drop, type Edit, editContract, set } from '../../contract-tests/growth/edit-contract.ts'
import { temporaryFolder } from '../../src/testing/temporary-folder.ts'
import { diffContracts, renderDiff } from './index.ts'
import { contractFile, edited } from './testing/small-contract.ts'

/** What the report says after edits, in a table. */
async function report(...edits: Edit[]): Promise<string> {
  const { changes, step } = await diffContracts(await contractFile(edited()), await contractFile(edited(...edits)))
  return renderDiff(changes, step)
}

/** The table's rows alone, as far as the place. */
const places = async (...edits: Edit[]) =>
  (await report(...edits)).split('\n').flatMap((line) => /^\| . (\w+ \| [^|]*) \|/u.exec(line)?.[1] ?? [])

/** The project's contract after edits, in a folder that goes with the test. */
async function own(...edits: Edit[]): Promise<string> {
  const folder = await temporaryFolder()
  await cp('openapi', join(folder, 'openapi'), { recursive: true })
  for (const edit of edits) await editContract(folder, edit)
  return join(folder, 'openapi/openapi.yaml')
}

describe('diffContracts', () => {
  it('says that nothing changed', async () => {
    expect(await report()).toBe('## ✅ Contract 0.1.0 → 0.1.0\n\nNothing changed.\n')
  })

  it('rates higher what redocly diff rates too low, and lists it once', async () => {
    const text = await report(set('components.schemas.Page.default', 2))
    expect(text).toContain('**1 major, 0 minor, 0 patch.** These changes need version 0.2.0 or above')
    expect(text).toContain(
      '| 🔴 major | parameter `page` of every operation | `default` was `1`, is `2` | whoever leaves it out gets something else |',
    )
  })

  it('is content with a breaking change that the version declares', async () => {
    const text = await report(set('security', []), set('info.version', '0.2.0'))
    expect(text).toContain('✅ Contract 0.1.0 → 0.2.0')
    expect(text).toContain('Version 0.2.0 declares these changes; 0.2.0 is the least that would.')
  })

  it('asks for a patch step for a new field, and for nothing now for other words', async () => {
    const field = set('components.schemas.Book.properties.zz', { type: 'string' })
    const words = set('components.schemas.Problem.description', 'Other.')
    expect(await report(field)).toContain('need version 0.1.1 or above')
    expect(await report(words)).toContain('Words and examples alone: version 0.1.1 can wait for the next release.')
    expect(await places(words)).toEqual([
      'patch | schema `Problem` in response 400 body, response 429 body of every operation',
    ])
  })

  it.each<[string, Edit, string[]]>([
    [
      'an operation',
      set('paths./zz', { get: { operationId: 'zz', responses: { 200: { description: 'Zz.' } } } }),
      ['minor | operation `GET /zz`'],
    ],
    [
      'all headers of a shared response',
      drop('components.responses.TooManyRequests.headers'),
      ['major | response 429 header `Retry-After` of every operation'],
    ],
    [
      'a parameter that moves to its path',
      (c) => {
        const path = c.paths['/books/{book}/notes']
        path.parameters = [path.get.parameters.pop()]
      },
      [],
    ],
    [
      'a field by a component of its own',
      (c) => {
        c.components.schemas.Zz = { type: 'string' }
        c.components.schemas.Book.properties.zz = { $ref: '#/components/schemas/Zz' }
      },
      ['minor | response 200 body[].zz of `listBooks`'],
    ],
    ['a component that nothing uses', set('components.schemas.Zz', { type: 'string' }), ['patch | schema `Zz`']],
    [
      'a parameter before others, one of which changed',
      (c) => {
        const { parameters } = c.paths['/books/{book}/notes'].get
        parameters[1].schema.default = 6
        parameters.unshift({ name: 'zz', in: 'query', schema: { type: 'string' } })
      },
      ['major | parameter `limit` of `listNotes`', 'minor | parameter `zz` of `listNotes`'],
    ],
    [
      'what many fields have',
      set('components.schemas.Book.additionalProperties', { type: 'string' }),
      ['minor | response 200 body[] of `listBooks`'],
    ],
    ['a tag', set('paths./books.get.tags', ['Zz']), ['patch | operation `GET /books`']],
  ])('tells once of %s', async (_, edit, expected) => {
    expect(await places(edit)).toEqual(expected)
  })

  it('tells once of a response that an anchor of YAML puts into two operations', async () => {
    const share: Edit = ({ paths }) => {
      paths['/books/{book}/notes'].get.responses[400] = paths['/books'].get.responses[400]
    }
    const gone = drop('paths./books.get.responses.400')
    const files = [await contractFile(edited(share)), await contractFile(edited(share, gone))] as const
    const { changes } = await diffContracts(...files)
    expect(changes.map(({ impact, place }) => `${impact} ${place}`)).toEqual(['major response 400 of `listBooks`'])
  })

  it('tells of each step by which the project’s contract grows', async () => {
    const told = async (base: Edit[], edit: Edit) =>
      (await diffContracts(await own(...base), await own(...base, edit))).changes.map(
        ({ impact, keyword, pointer }) => `${impact} ${keyword} ${pointer}`,
      )
    expect(await told([], addOperation)).toContain(`minor added #/paths/${secondPath.replaceAll('/', '~1')}`)
    const fields = await told([addOperation], addFields)
    expect(fields).toHaveLength(7)
    expect(fields).toContain('minor added #/components/schemas/Conversation/properties/zz_tongue')
    expect(await told([addOperation, addFields], setLimit(77))).toEqual(['major default #/components/schemas/Limit'])
    const id = set('components.schemas.Conversation.properties.id.type', 'integer')
    expect(await told([addOperation], id)).toEqual(['major type #/components/schemas/Conversation/properties/id'])
  })

  it('refuses a contract that refers to what is not there', async () => {
    const original = await contractFile(edited())
    const example = 'paths./books.get.responses.200.content.application/json.examples.empty'
    const file = await contractFile(edited(set(example, { $ref: 'zz/nowhere.json' })))
    await expect(diffContracts(original, file)).rejects.toThrow(/nowhere\.json/)
    await expect(diffContracts(file, original)).rejects.toThrow(/nowhere\.json/)
  })
})
