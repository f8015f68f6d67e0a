interface Hub {
  callbacks: Set<() => void>
  fire: () => void
}

const hubs = new WeakMap<AbortSignal, Hub>()

/**
 * Calls back once when the signal, not aborted yet, aborts; returns what calls it off. However many wait, a signal has
 * one listener, and none when nobody waits: Node warns of a leak after ten.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal) return () => {}
  const { callbacks, fire } = hubs.get(signal) ?? createHub(signal)
  if (callbacks.size === 0) signal.addEventListener('abort', fire)
  callbacks.add(callback)
  return () => {
    if (callbacks.delete(callback) && callbacks.size === 0) signal.removeEventListener('abort', fire)
  }
}

function createHub(signal: AbortSignal): Hub {
  const callbacks = new Set<() => void>()
  const fire = () => {
    signal.removeEventListener('abort', fire)
    const all = [...callbacks]
    callbacks.clear()
    for (const callback of all) callback()
  }
  const hub = { callbacks, fire }
  hubs.set(signal, hub)
  return hub
}
