import type { Drain } from './contender.ts'

/** The loop that people write around a client that has none for a list without a total: until a page is empty. */
export function pageByPage(readPage: (page: number, limit: number) => Promise<readonly { id: string }[]>): Drain {
  return async (limit, visit) => {
    for (let page = 1; ; page += 1) {
      const conversations = await readPage(page, limit)
      if (conversations.length === 0) return
      for (const conversation of conversations) visit(conversation)
    }
  }
}
