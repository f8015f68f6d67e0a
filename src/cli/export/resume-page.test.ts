import { describe, expect, it } from 'vitest'
import { notNull } from '../../client/parse-page.ts'
import { conversation } from '../../contract/testing/conversations.ts'
import { ChatApiError, ChatResponseError } from '../../index.ts'
import { findResumePage } from './resume-page.ts'

/** Finds the page in a list of which the pages up to `lastKnown` have a known conversation; tells what was asked. */
async function find(page: number, margin: number, lastKnown: number) {
  const asked: number[] = []
  const readPage = async (number: number) => {
    asked.push(number)
    return [conversation(number <= lastKnown ? 'known' : 'new')]
  }
  const found = await findResumePage({ page, margin, readPage, isKnown: ({ id }) => id === 'known' })
  return { found, asked }
}

describe('findResumePage', () => {
  it('goes back by the margin, and asks once whether that is far enough', async () => {
    expect(await find(50, 8, 50)).toEqual({ found: 42, asked: [42] })
  })

  it('goes back in larger and larger steps while nothing is known', async () => {
    expect(await find(50, 8, 30)).toEqual({ found: 27, asked: [42, 41, 39, 35, 27] })
  })

  it('begins at the first page without a question when nothing else is left', async () => {
    expect(await find(9, 8, 0)).toEqual({ found: 1, asked: [] })
    expect(await find(12, 8, 0)).toEqual({ found: 1, asked: [4, 3] })
  })

  it.each([
    ['404', new ChatApiError('made up', { status: 404 })],
    ['204', new ChatResponseError('made up', { status: 204 })],
    ['null', new ChatResponseError('made up', { violations: [{ instancePath: '', expected: notNull }] })],
  ])('takes a page that is answered by %s for one where nothing is known', async (_, error) => {
    const readPage = async (number: number) => {
      if (number > 30) throw error
      return [conversation('known')]
    }
    expect(await findResumePage({ page: 50, margin: 8, readPage, isKnown: () => true })).toBe(27)
  })

  it('fails where a page fails otherwise', async () => {
    const error = new ChatApiError('made up', { status: 400 })
    const found = findResumePage({ page: 50, margin: 8, readPage: () => Promise.reject(error), isKnown: () => true })
    await expect(found).rejects.toBe(error)
  })
})
