import type { Conversation } from '../../../generated/types.ts'
import type { Format } from '../formats/format.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Progress } from './export-state.ts'
import type { PartFile } from './part-file.ts'

export interface WritePagesOptions {
  pages: AsyncIterable<readonly Conversation[]>
  startPage: number
  format: Format
  part: PartFile
  checkpoint: Checkpoint
  /** Whether the file has a conversation from an earlier run. */
  isKnown(conversation: Conversation): boolean
  /** Told after each page. */
  onPage(progress: Progress): void
}

/** Writes one page after the other; the next is taken when the last one is written. */
export async function writePages(options: WritePagesOptions): Promise<void> {
  const { pages, format, part, checkpoint, isKnown, onPage } = options
  let page = options.startPage - 1
  for await (const conversations of pages) {
    page += 1
    const { count, lastId } = checkpoint.progress
    const fresh = conversations.filter((conversation) => !isKnown(conversation))
    await part.append(fresh.map((one, index) => format.item(one, count + index === 0)).join(''))
    const last = fresh.at(-1)?.id ?? lastId
    const progress = { page, count: count + fresh.length, ...(last && { lastId: last }), bytes: part.size }
    await checkpoint.pageDone(progress)
    onPage(progress)
  }
}
