import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { platform } from 'node:process'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { type ExportState, readState, writeState } from './export-state.ts'

const state: ExportState = {
  version: 1,
  request: {
    baseUrl: 'https://chat.example',
    organization: 'acme',
    format: 'csv',
    bom: false,
    limit: 100,
    sortBy: 'created_at',
    filters: {},
    sortDirection: 'ASC',
  },
  page: 3,
  count: 250,
  bytes: 12_345,
  breaks: { '/status must be of type string': 3 },
}

it('reads what it wrote, and leaves nothing else', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'x.part.json')
  await writeState(path, state)
  await writeState(path, { ...state, page: 4 })
  expect(await readState(path)).toEqual({ ...state, page: 4 })
  expect(await readdir(folder)).toEqual(['x.part.json'])
})

it('is for its owner alone', async () => {
  const path = join(await temporaryFolder(), 'x.part.json')
  await writeState(path, state)
  if (platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('reads the state of a version that counted no breaks', async () => {
  const path = join(await temporaryFolder(), 'x.part.json')
  await writeFile(path, JSON.stringify({ ...state, breaks: undefined }))
  expect(await readState(path)).toEqual({ ...state, breaks: {} })
})

it('keeps the old state when the new one cannot be written', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'x.part.json')
  await writeState(path, state)
  const before = await readFile(path, 'utf8')
  const circular: Record<string, unknown> = {}
  circular.self = circular
  await expect(writeState(path, { ...state, request: circular as never })).rejects.toThrow(`${path} can't be written`)
  expect(await readFile(path, 'utf8')).toBe(before)
  expect(await readdir(folder)).toEqual(['x.part.json'])
})

it('tells a state that is not there from one that is not a state', async () => {
  const path = join(await temporaryFolder(), 'x.part.json')
  expect(await readState(path)).toBeUndefined()
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"version":1}',
    JSON.stringify({ ...state, bytes: -1 }),
    JSON.stringify({ ...state, version: 2 }),
  ]) {
    await writeFile(path, text)
    await expect(readState(path), text).rejects.toThrow(path)
  }
})
