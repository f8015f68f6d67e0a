import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generate } from '../scripts/generate/generate.ts'

const generatedFiles = ['types.ts', 'validators.ts', 'facts.ts', 'client.ts']

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contract-'))
  await cp('openapi', join(folder, 'openapi'), { recursive: true })
  await generate(folder)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** Changes the contract by hand, as its editors do. */
async function edit(before: string, after: string) {
  const file = join(folder, 'openapi/openapi.yaml')
  const text = await readFile(file, 'utf8')
  expect(text).toContain(before)
  await writeFile(file, text.replace(before, after))
}

/** What the generated check of the client says of a value. */
async function complaints(value: unknown): Promise<[place: string, expected: string][]> {
  const { checkConversation } = await import(/* @vite-ignore */ join(folder, 'generated/client.ts'))
  const found: [string, string][] = []
  checkConversation(value, (place: string, expected: string) => found.push([place, expected]))
  return found
}

const generated = (name: string) => readFile(join(folder, 'generated', name), 'utf8')

describe('generate', () => {
  it('writes the same files for the same contract, and finds them fresh', async () => {
    const before = await Promise.all(generatedFiles.map(generated))
    expect(await generate(folder, { check: true })).toEqual([])
    expect(await generate(folder)).toEqual([])
    expect(await Promise.all(generatedFiles.map(generated))).toEqual(before)
  })

  it('matches what is committed', async () => {
    for (const name of generatedFiles) {
      expect(await generated(name), name).toBe(await readFile(join('generated', name), 'utf8'))
    }
  })

  it('carries another default limit into the facts', async () => {
    await edit('default: 10', 'default: 25')
    expect(await generate(folder, { check: true })).toContain('generated/facts.ts')
    await generate(folder)
    expect(await generated('facts.ts')).toContain('"default": 25')
    expect(await generated('types.ts')).toContain('@default 25')
  })

  it('carries a new required field into types, validators and facts', async () => {
    await edit('        - total_messages\n', '        - total_messages\n        - language\n')
    await edit(
      '        total_messages:\n',
      '        language:\n          type: string\n          description: The language.\n          x-evidence: assumed\n        total_messages:\n',
    )
    await generate(folder)
    expect(await generated('types.ts')).toMatch(/\blanguage: string;/)
    expect(await generated('facts.ts')).toContain('"language": {\n      "required": true')
    const { validateConversationList } = await import(/* @vite-ignore */ join(folder, 'generated/validators.ts'))
    expect(validateConversationList([{}])).toBe(false)
    expect(validateConversationList.errors).toContainEqual(
      expect.objectContaining({ params: { missingProperty: 'language' } }),
    )
    expect(await complaints({})).toContainEqual(['/language', 'of type string'])
  })

  it('carries lists, sets, bounds and objects within objects into the client’s check', async () => {
    await edit(
      '        total_messages:\n',
      `        tags:
          type: array
          items: { type: object, required: [a/b], properties: { a/b: { type: string, minLength: 3 } } }
        level: { type: integer, minimum: 1, maximum: 5 }
        mood: { type: [string, 'null'], enum: [good, bad, null] }
        seen: { type: boolean }
        total_messages:\n`,
    )
    await generate(folder)
    const [sample] = JSON.parse(await readFile(join(folder, 'openapi/examples/documented.json'), 'utf8')).value
    expect(await complaints(sample)).toEqual([])
    expect(await complaints({ ...sample, tags: [{ 'a/b': 'abc' }], level: 5, mood: null, seen: true })).toEqual([])
    expect(await complaints({ ...sample, tags: [{ 'a/b': 'ab' }, 7], level: 6, mood: 'so', seen: 1 })).toEqual([
      ['/tags/0/a~1b', 'of type string and at least 3 long'],
      ['/tags/1', 'of type object'],
      ['/level', 'a whole number from 1 to 5'],
      ['/mood', 'good or bad or null'],
      ['/seen', 'of type boolean'],
    ])
    expect(await complaints({ ...sample, tags: {} })).toEqual([['/tags', 'of type array']])
  })

  it('carries a new known value into the types of an open set', async () => {
    await edit('x-extensible-enum: [OPEN, RESOLVED, CLOSED]', 'x-extensible-enum: [OPEN, RESOLVED, CLOSED, SNOOZED]')
    await generate(folder)
    expect(await generated('types.ts')).toContain('"SNOOZED" | (string & {})')
    expect(await generated('facts.ts')).toContain('"SNOOZED"')
  })

  it.each([
    ['pattern: ^a', /Conversation\/properties\/id\/pattern is unknown to the client/],
    ['format: email', /unknown format "email"/],
  ])('refuses a field with %s, which the client can’t check', async (keyword, message) => {
    await edit('        id:\n          type: string\n', `        id:\n          type: string\n          ${keyword}\n`)
    await expect(generate(folder)).rejects.toThrow(message)
  })

  it('refuses conversations without other fields, which the client can’t check', async () => {
    await edit('      additionalProperties: true\n', '      additionalProperties: false\n')
    await expect(generate(folder)).rejects.toThrow(/schemas\/Conversation\/additionalProperties is unknown/)
  })

  it('refuses a field of two types, which the client can’t check', async () => {
    await edit('        handoff:\n          type: boolean\n', '        handoff:\n          type: [boolean, number]\n')
    await expect(generate(folder)).rejects.toThrow(/handoff has the type boolean or number/)
  })

  it.each([
    [
      'an example that is not there',
      'examples/varied.json',
      'examples/nowhere.json',
      /openapi\.yaml can't be read: .*nowhere\.json/,
    ],
    ['broken YAML', 'openapi: 3.1.0', 'openapi: [', /openapi\.yaml/],
    ['a second endpoint', 'paths:\n', 'paths:\n  /other:\n    get: {}\n', /one endpoint, but has 2 paths/],
  ])('says in one line what is wrong with %s', async (_, before, after, message) => {
    await edit(before, after)
    const error = await generate(folder).catch((reason) => reason)
    expect(error.message).toMatch(message)
    expect(error.message.split('\n')).toHaveLength(1)
  })
})
