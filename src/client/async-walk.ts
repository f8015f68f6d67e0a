/** All items of a list, in order. Each iteration is a walk of its own, and ends at once when it is left, also while a page is under way. */
export interface AsyncWalk<T> {
  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined>
}

/**
 * Starts anew for each iteration. By itself a generator is left only when the item that it is asked for has come: so whoever leaves
 * aborts the signal first, at which `start` has to end.
 */
export const asyncWalk = <T>(start: (left: AbortSignal) => AsyncGenerator<T, void, undefined>): AsyncWalk<T> => ({
  [Symbol.asyncIterator]() {
    const controller = new AbortController()
    const iterator = start(controller.signal)
    const { return: leave, throw: fail } = iterator
    return Object.assign(iterator, {
      return(value: undefined) {
        controller.abort()
        return leave.call(iterator, value)
      },
      throw(reason: unknown) {
        controller.abort()
        return fail.call(iterator, reason)
      },
    })
  },
})
