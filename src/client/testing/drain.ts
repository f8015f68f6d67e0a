import type { ChatPaginationError } from '../errors/chat-pagination-error.ts'

/** Reads to the end; gives the ids that came, and the error if there was one. */
export async function drain(conversations: AsyncIterable<{ id: string }>) {
  const ids: string[] = []
  try {
    for await (const { id } of conversations) ids.push(id)
    return { ids, error: undefined }
  } catch (error) {
    return { ids, error: error as ChatPaginationError }
  }
}
