import process from 'node:process'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** An abort signal for the first Ctrl-C, or the like. A second one ends the process at once. */
export function onInterruption(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController()
  const abort = () => {
    release()
    controller.abort()
  }
  const release = () => {
    for (const name of signals) process.removeListener(name, abort)
  }
  for (const name of signals) process.on(name, abort)
  return { signal: controller.signal, release }
}
