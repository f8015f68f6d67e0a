import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createCheckpoint } from './checkpoint.ts'
import type { PartFile } from './part-file.ts'
import type { ExportRequest } from './request.ts'

/** A checkpoint over a part that only notes what happens to it. */
async function setUp() {
  const statePath = join(await temporaryFolder(), 'x.part.json')
  const log: string[] = []
  const part = { sync: async () => void log.push(`sync before ${await recordedPage()}`) } as unknown as PartFile
  const recordedPage = async () =>
    (JSON.parse(await readFile(statePath, 'utf8').catch(() => '{}')) as { page?: number }).page
  let time = 0
  const checkpoint = createCheckpoint({ part, statePath, now: () => time })
  const page = (number: number) =>
    checkpoint.pageDone({
      version: 1,
      request: {} as ExportRequest,
      page: number,
      count: number * 10,
      bytes: number * 100,
      breaks: {},
    })
  const pass = (milliseconds: number) => {
    time += milliseconds
  }
  return { checkpoint, log, recordedPage, page, pass }
}

it('records the first page, then at most twice a second, always after the file is on the disk', async () => {
  const { log, recordedPage, page, pass } = await setUp()
  await page(1)
  expect(await recordedPage()).toBe(1)
  pass(499)
  await page(2)
  expect(await recordedPage()).toBe(1)
  pass(1)
  await page(3)
  expect(await recordedPage()).toBe(3)
  expect(log).toEqual(['sync before undefined', 'sync before 1'])
})

it('records what is not yet, once', async () => {
  const { checkpoint, log, recordedPage, page } = await setUp()
  await page(1)
  await page(2)
  expect(checkpoint.recorded?.page).toBe(1)
  await checkpoint.save()
  await checkpoint.save()
  expect(await recordedPage()).toBe(2)
  expect(checkpoint.recorded?.page).toBe(2)
  expect(log).toHaveLength(2)
})
