import type { Conversation } from '../../../generated/types.ts'

/** A form in which conversations are written, one after the other. */
export interface Format {
  /** What comes before the first. */
  open: string
  /** One conversation; `isFirst` tells that nothing but `open` was written before it. */
  item(conversation: Conversation, isFirst: boolean): string
  /** What comes after the last of `count`. */
  close(count: number): string
  /** An id as `readIds` gives it back. */
  writtenId(id: string): string
  /** The ids in what was written so far, without `close`. */
  readIds(chunks: AsyncIterable<string>): AsyncIterable<string>
}
