import type { Conversation } from '../../../generated/types.ts'
import { countBreaks, refuseBreaks } from '../contract-breaks.ts'
import type { Format } from '../formats/format.ts'
import { writeItem } from '../formats/write-item.ts'
import type { Progress } from './export-state.ts'
import type { Output } from './output.ts'

export interface WritePagesOptions {
  pages: AsyncIterable<readonly Conversation[]>
  startPage: number
  format: Format
  output: Pick<Output, 'append' | 'isKnown' | 'size'>
  /** What was written before. */
  before: Progress
  /** Stop before the first page with a conversation that breaks the contract. */
  strict: boolean
  /** Awaited after each page. */
  pageDone(progress: Progress): Promise<void>
}

/** Writes one page after the other; the next is taken when the last one is written. Gives what there is in the end. */
export async function writePages(options: WritePagesOptions): Promise<Progress> {
  const { pages, startPage, format, output, strict, pageDone } = options
  let progress = options.before
  let page = startPage - 1
  for await (const conversations of pages) {
    page += 1
    const { count, breaks } = progress
    const fresh = conversations.filter(({ id }) => !output.isKnown(id))
    if (strict) refuseBreaks(fresh, page)
    await output.append(fresh.map((one, index) => writeItem(format, one, count + index === 0, page)).join(''))
    progress = { page, count: count + fresh.length, bytes: output.size, breaks: countBreaks(fresh, breaks) }
    await pageDone(progress)
  }
  return progress
}
