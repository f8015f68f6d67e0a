import type { ChatResponseError } from './errors/chat-response-error.ts'
import { notNull } from './parse-page.ts'
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
 * Whether an error that says nothing is there is the end of a list: nothing comes behind it either, and the page before it is
 * still there with all that it had. False when the page is there after all, as it is once others arrived. Throws the
 * error itself where it is of another kind, or nothing confirms it.
 */
export async function confirmEnd({ page, error, idsBefore, readIds }: End): Promise<boolean> {
  if (!isNothing(error) || page < 2) throw error
  const idsOn = (number: number) =>
    readIds(number).catch((reason: unknown) => {
      if (isNothing(reason)) return []
      throw reason
    })
  if ((await idsOn(page + 1)).length) throw error
  if ((await idsOn(page)).length) return false
  const before = new Set(await idsOn(page - 1))
  if (!before.size || !idsBefore.every((id) => before.has(id))) throw error
  return true
}

/**
 * Whether a server says in its own way that nothing is there: by 404, as Django REST framework does; by 204, as many controllers of
 * Spring do; or by `null`, which Go makes of a slice without items. Other refusals and bodies may as well hide a page.
 */
export function isNothing(reason: unknown): boolean {
  const { status, violations } = Object(reason) as Partial<ChatResponseError>
  return status === 404 || status === 204 || violations?.[0]?.expected === notNull
}
