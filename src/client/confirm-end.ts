import { ChatApiError } from './errors/chat-api-error.ts'
import type { Id } from './seen-ids.ts'

export interface End {
  /** The page that wasn't read. */
  page: number
  /** Why. */
  error: unknown
  /** What was on the page before it, as far as that is known. */
  idsBefore: readonly Id[]
  /** The ids of a page. */
  readIds(page: number): Promise<Id[]>
}

/**
 * Whether a 404 is the end of a list, as Django REST framework has it: nothing comes behind it either, and the page before it is
 * still there with all that it had. False when the page is there after all, as it is once others arrived. Throws the
 * error itself where it is of another kind, or nothing confirms it.
 */
export async function confirmEnd({ page, error, idsBefore, readIds }: End): Promise<boolean> {
  if (!isNotFound(error) || page < 2) throw error
  const idsOn = (number: number) =>
    readIds(number).catch((reason: unknown) => {
      if (isNotFound(reason)) return []
      throw reason
    })
  if ((await idsOn(page + 1)).length) throw error
  if ((await idsOn(page)).length) return false
  const before = new Set(await idsOn(page - 1))
  if (!before.size || !idsBefore.every((id) => before.has(id))) throw error
  return true
}

const isNotFound = (reason: unknown) => reason instanceof ChatApiError && reason.status === 404
