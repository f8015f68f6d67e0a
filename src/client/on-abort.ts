/** Who waits for which signal. */
const waiting = new WeakMap<EventTarget, Set<() => void>>()

const callAll = ({ target }: Event) => {
  for (const callback of waiting.get(target as EventTarget) ?? []) callback()
}

/**
 * Calls back when the signal, not aborted yet, aborts; returns what cancels that. However many wait, a signal has one
 * listener, and none when nobody waits: Node warns of a leak after ten.
 */
export function onAbort(signal: AbortSignal | null | undefined, callback: () => void): () => void {
  if (!signal) return () => {}
  const callbacks = waiting.get(signal) ?? new Set()
  waiting.set(signal, callbacks.add(callback))
  // Adding the same listener again has no effect.
  signal.addEventListener('abort', callAll)
  return () => {
    callbacks.delete(callback)
    if (!callbacks.size) signal.removeEventListener('abort', callAll)
  }
}
