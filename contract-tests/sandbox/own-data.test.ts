import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../src/testing/temporary-folder.ts'
import { makeConversations } from './conversations.ts'
import { makeDataset } from './dataset.ts'
import { readConversations } from './own-data.ts'

const [one, two] = makeConversations('organization', 2, 'own data')

async function read(content: unknown) {
  const file = join(await temporaryFolder(), 'data.json')
  const isText = typeof content === 'string' || content instanceof Uint8Array
  await writeFile(file, isText ? content : JSON.stringify(content))
  return readConversations(file)
}

test('reads conversations that keep the contract', async () => {
  expect(await read([one, two])).toEqual([one, two])
  expect(await read([])).toEqual([])
})

test('reads what Windows tools write', async () => {
  const lines = JSON.stringify([one, two], null, 2).replaceAll('\n', '\r\n')
  expect(await read(`\ufeff${lines}`)).toEqual([one, two])
})

test.for([
  ['{', 'is not JSON'],
  [Buffer.from('\ufeff[]', 'utf16le'), 'is UTF-16: save it as UTF-8'],
  [Buffer.from('[]', 'utf16le'), 'is UTF-16: save it as UTF-8'],
  [Buffer.from('\ufeff[]', 'utf16le').swap16(), 'is UTF-16: save it as UTF-8'],
  [Buffer.from('["Grüße"]', 'latin1'), 'is not UTF-8'],
  [{ data: [] }, 'must be an array of conversations'],
  [[one, { ...two, total_messages: 'many' }], `conversation 1: /total_messages breaks the contract's type`],
  [[one, { ...two, id: undefined }], `conversation 1: / breaks the contract's required {"missingProperty":"id"}`],
  [[7], `conversation 0: / breaks the contract's type`],
  [[one, one], 'conversation 1: /id occurs twice'],
  [
    [{ ...one, handoff: false, summary: 'There is one.' }],
    'conversation 0: /summary must be absent or null unless handoff',
  ],
  [[{ ...one, classification: 'a\0b' }], 'conversation 0: holds a character U+0000'],
  [[{ ...one, classification: 'a\ud800b' }], 'conversation 0: holds a character U+0000 or half of a surrogate pair'],
] as const)('refuses %j in one line', async ([content, message]) => {
  await expect(read(content)).rejects.toThrow(message)
  await expect(read(content)).rejects.toThrow(/^[^\n]*data\.json: [^\n]*$/)
})

test('keeps a backslash that stands before u0000', async () => {
  expect(await read([{ ...one, classification: 'a\\u0000b' }])).toHaveLength(1)
})

test('names a file that is not there', async () => {
  await expect(readConversations(join(await temporaryFolder(), 'none.json'))).rejects.toThrow('there is no such file')
})

test('stands beside another organization, also where a sandbox made it', () => {
  const options = { conversations: 3, otherConversations: 1, seed: '1' }
  const [first] = makeDataset(options)
  const [own, other] = makeDataset({ ...options, data: first?.conversations })
  expect(own).toEqual(first)
  expect(other).toMatchObject({ id: expect.not.stringMatching(String(own?.id)), conversations: [] })
})
