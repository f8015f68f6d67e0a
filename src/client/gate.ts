import { wait } from './wait.ts'

/** Paces the requests of one walk: while one of them has to wait, all of them do. */
export interface Gate {
  /** When the longest wait ends, in milliseconds since 1970. */
  until: number
  /** Settles when those that the server refused for their number are through, which go one by one. */
  clear?: Promise<void>
}

/** Waits for the end of all waits. Rejects with the signal's reason as soon as that aborts. */
export async function opened(gate: Gate, signal: AbortSignal | null | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    const left = gate.until - Date.now()
    if (left <= 0) return
    await new Promise((resolve) => wait(left, signal, resolve))
  }
}

/** Waits for those that took a turn before, and has all others wait until what it gives is called. */
export async function takeTurn(gate: Gate): Promise<() => void> {
  const before = gate.clear
  let end!: () => void
  gate.clear = new Promise((resolve) => {
    end = resolve
  })
  await before
  return end
}
