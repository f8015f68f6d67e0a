/** What one body may hold, counted after decompression. No modest request is answered with so much. */
export const answerBounds = { bytes: 8 * 2 ** 20, values: 50_000, depth: 100 }

/** How many bytes are kept of a body that holds more. */
export const headBytes = 2 ** 18

/**
 * What all bodies together may hold, since they are kept until the last clause has judged them. In memory, a text takes up
 * to five times its bytes, and a small value far more than that.
 */
export const checkBounds = { bytes: 32 * 2 ** 20, values: 1_000_000 }

/** What is left of it: bytes, and members of arrays and objects. */
export type Room = typeof checkBounds

/** The longest time limit, in milliseconds: timers go off at once beyond. */
export const longestTime = 2 ** 31 - 1
