/** What one body may hold, counted after decompression. No modest request is answered with so much. */
export const answerBounds = { bytes: 8 * 2 ** 20, values: 50_000, depth: 100 }

/** What is left of what all bodies together may hold, since they are kept until the last clause has judged them. */
export interface Room {
  bytes: number
  /** Members of arrays and objects: in memory, small ones take far more than their bytes. */
  values: number
}

export const roomForAll = (): Room => ({ bytes: 64 * 2 ** 20, values: 1_000_000 })

/** The longest time limit, in milliseconds: timers go off at once beyond. */
export const longestTime = 2 ** 31 - 1
