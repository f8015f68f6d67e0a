import type { Place } from './contender.ts'

/** What a worker is asked for: one drain, measured. */
export interface DrainRequest {
  place: Place
  limit: number
  /** How many conversations there have to be. */
  expected: number
  /** After how many conversations the heap is looked at, each time. Default: never. */
  sampleEvery?: number
}

export interface DrainReport {
  /** Milliseconds of CPU, user and system, of the whole process. */
  cpu: number
  /** Milliseconds from the first request to the last conversation. */
  wall: number
  /** Bytes in use before it began, after a collection. */
  heapBefore: number
  /** Bytes in use while it went on, each after a collection. */
  heap: number[]
  /** The most memory that the process has had, in bytes. */
  peak: number
}

export type DrainReply = { report: DrainReport } | { error: string }
