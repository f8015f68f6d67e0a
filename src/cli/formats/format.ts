import type { Conversation } from '../../../generated/types.ts'

/** A form in which conversations are written, one after the other. */
export interface Format {
  /** What comes before the first. */
  open: string
  /** One conversation; `isFirst` tells that nothing but `open` was written before it. */
  item(conversation: Conversation, isFirst: boolean): string
  /** What comes after the last of `count`. */
  close(count: number): string
  /** A key for an id, different for ids of different types, as the written form keeps it; undefined where there is no id. */
  keyOf(id: unknown): string | undefined
  /** The keys of the ids in what was written so far, without `close`. */
  readKeys(chunks: AsyncIterable<string>): AsyncIterable<string | undefined>
}
