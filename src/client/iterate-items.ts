/**
 * The items of a generator of pages, one by one. An async generator would cost some microtasks per item, more than parsing it;
 * here all but the first of a page are ready. As with a generator, calls of `next` that overlap are answered in order.
 */
export function iterateItems<T>(
  pages: AsyncGenerator<T[], void, undefined>,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<T> {
  let items: T[] = []
  let at = 0
  let busy = 0
  let tail: Promise<unknown> = Promise.resolve()

  const advance = async (): Promise<IteratorResult<T>> => {
    // After an abort the generator is asked at once: it rejects with the reason.
    while (at >= items.length || signal?.aborted) {
      at = 0
      items = []
      const { done, value } = await pages.next()
      if (done) return { done, value: undefined }
      items = value
    }
    return { done: false, value: items[at++] as T }
  }
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    busy++
    const result = tail.then(work).finally(() => busy--)
    tail = result.catch(() => {})
    return result
  }

  return {
    next() {
      if (busy === 0 && at < items.length && !signal?.aborted) {
        return Promise.resolve({ done: false, value: items[at++] as T })
      }
      return inTurn(advance)
    },
    return: () =>
      inTurn(async () => {
        items = []
        await pages.return()
        return { done: true, value: undefined }
      }),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
