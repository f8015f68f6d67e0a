import { now } from './clock.ts'
import { wait } from './wait.ts'

/** Paces the requests of one walk: while one of them has to wait, all of them do. */
export interface Gate {
  /** When the longest wait ends, in milliseconds on the clock of `now`. */
  until: number
  /** Settles when the requests that the server refused as too many are through: these are sent one by one. */
  clear?: Promise<void>
}

/** Waits for the end of all waits. Rejects with the signal's reason as soon as that aborts. */
export async function waitForGate(gate: Gate, signal: AbortSignal | null | undefined): Promise<void> {
  let waitedFor = 0
  // Not until the clock says so: a test may hold it.
  while (gate.until > waitedFor) {
    signal?.throwIfAborted()
    waitedFor = gate.until
    const left = waitedFor - now()
    if (left > 0) await new Promise((resolve) => wait(left, signal, resolve))
  }
  signal?.throwIfAborted()
}

/** Waits for earlier turns; all others wait until the function that it returns is called. */
export async function takeTurn(gate: Gate): Promise<() => void> {
  const before = gate.clear
  let end!: () => void
  gate.clear = new Promise((resolve) => {
    end = resolve
  })
  await before
  return end
}
