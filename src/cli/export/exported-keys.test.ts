import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { conversation } from '../../contract/testing/conversations.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { byteOrderMark } from '../formats/csv.ts'
import { type FormatName, formats } from '../formats/index.ts'
import { readExportedKeys } from './exported-keys.ts'

const formatNames = Object.keys(formats) as FormatName[]

async function written(name: FormatName, count: number) {
  const { open, item } = formats[name]
  const path = join(await temporaryFolder(), `x.${name}.part`)
  const mark = name === 'csv' ? byteOrderMark : ''
  const items = Array.from({ length: count }, (_, index) => item(conversation(`ü-${index}`), index === 0))
  const text = mark + open + items.join('')
  await writeFile(path, text)
  return { path, bytes: Buffer.byteLength(text), format: formats[name] }
}

it.each(formatNames)('reads what is recorded of a %s file, and nothing behind it', async (name) => {
  const { path, bytes, format } = await written(name, 3)
  await appendFile(path, formats[name].item(conversation('late'), false))
  expect([...(await readExportedKeys(path, { count: 3, bytes }, format))]).toEqual(
    ['ü-0', 'ü-1', 'ü-2'].map(format.keyOf),
  )
})

it.each(formatNames)('refuses a %s file that holds another number than recorded', async (name) => {
  const { path, bytes, format } = await written(name, 3)
  await expect(readExportedKeys(path, { count: 4, bytes }, format)).rejects.toThrow('was changed')
})

it('refuses a file whose lines are broken', async () => {
  const { path, bytes, format } = await written('ndjson', 1)
  await expect(readExportedKeys(path, { count: 1, bytes: bytes - 5 }, format)).rejects.toThrow('was changed')
})
