/**
 * The items of a generator of pages, one by one. An async generator would cost several microtasks per item; here all but the
 * first of a page are ready. Calls of `next` that overlap are answered in order, each with an item of its own.
 */
export function iterateItems<T>(
  pages: AsyncGenerator<T[], void, undefined>,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<T, undefined> {
  let items: T[] = []
  let at = 0
  const iterator: AsyncIterableIterator<T, undefined> = {
    next() {
      // After an abort the generator is asked at once: it rejects with the reason.
      if (at < items.length && !signal?.aborted) return Promise.resolve({ done: false, value: items[at++] as T })
      return pages.next().then((page) => {
        if (page.done) return { done: true, value: undefined }
        items = items.slice(at).concat(page.value)
        at = 0
        return iterator.next()
      })
    },
    async return() {
      items = []
      await pages.return()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return iterator
}
