import { isNothing } from '../../client/confirm-end.ts'
import type { Conversation } from '../../index.ts'

export interface ResumePoint {
  /** The last page that was written. */
  page: number
  /** How many pages before it are read again in any case: as many as may have been under way together. */
  margin: number
  readPage(page: number): Promise<readonly Conversation[]>
  isKnown(conversation: Conversation): boolean
}

/**
 * The page from which to read on, so that nothing is left out: the last one that was written, or one before it. What was
 * deleted since moved everything else up, so a page without any known conversation lies behind what was written; then
 * it goes back in larger and larger steps, at most to the first page. A page of which the server says that nothing is there
 * counts as one of these: not all send an empty list past the end. When none is found, reading on from the first page fails.
 */
export async function findResumePage({ page, margin, readPage, isKnown }: ResumePoint): Promise<number> {
  let candidate = page - margin
  for (let step = 1; candidate > 1; step *= 2) {
    if ((await readPage(candidate).catch(nothingThere)).some(isKnown)) return candidate
    candidate -= step
  }
  return 1
}

function nothingThere(error: unknown): readonly Conversation[] {
  if (isNothing(error)) return []
  throw error
}
