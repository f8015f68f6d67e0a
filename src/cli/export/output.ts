import type { ExportState, Progress } from './export-state.ts'

/** What an export is written to. */
export interface Output {
  /** The interrupted export that goes on; undefined where one begins. */
  readonly earlier?: ExportState | undefined
  /** How many bytes were written, those of the earlier export included. */
  readonly size: number
  /** Whether the earlier export wrote a conversation of this id. */
  isKnown(id: unknown): boolean
  /** Resolves when all of it is written, so that whoever waits holds back whoever reads. */
  append(text: string): Promise<void>
  /** A page is written whole. */
  pageDone(state: ExportState): Promise<void>
  /** All is written. */
  complete(): Promise<void>
  /** Ends an export that isn't complete. Gives what it can go on with later, or nothing. */
  abandon(): Promise<Progress | undefined>
}
