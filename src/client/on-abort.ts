/** A listener that passes the event on to whoever waits. */
class Waiting extends Set<() => void> {
  handleEvent() {
    for (const callback of this) callback()
  }
}

const waitingFor = new WeakMap<AbortSignal, Waiting>()

/**
 * Calls back when the signal, not aborted yet, aborts; returns what calls it off. However many wait, a signal has one
 * listener, and none when nobody waits: Node warns of a leak after ten.
 */
export function onAbort(signal: AbortSignal | null | undefined, callback: () => void): () => void {
  if (!signal) return () => {}
  const waiting = waitingFor.get(signal) ?? new Waiting()
  if (!waiting.size) signal.addEventListener('abort', waiting)
  waitingFor.set(signal, waiting.add(callback))
  return () => {
    if (waiting.delete(callback) && !waiting.size) signal.removeEventListener('abort', waiting)
  }
}
