import { sleep } from './wait.ts'

/** Paces the requests of one walk: when the server asks one of them for a pause, all of them keep it. */
export interface Gate {
  /** A turn, if requests go one by one just now: it lasts until what it gives is called. */
  enter(): Promise<(() => void) | undefined>
  /** The same in any case. */
  takeTurn(): Promise<() => void>
  /** Waits for the end of the pause. */
  opened(signal: AbortSignal | null | undefined): Promise<void>
  /** Starts a pause of `delay` milliseconds; for a while after it, requests go one by one. */
  hold(delay: number): void
}

/** After so many requests without a pause they go together again. */
const untilTrusted = 16

export function createGate(): Gate {
  let opensAt = 0
  let oneByOne = 0
  let lastTurn: Promise<void> = Promise.resolve()

  const takeTurn = async () => {
    const before = lastTurn
    let end = () => {}
    lastTurn = new Promise((resolve) => {
      end = resolve
    })
    await before
    return end
  }
  return {
    enter: async () => (oneByOne-- > 0 ? takeTurn() : undefined),
    takeTurn,
    async opened(signal) {
      for (let delay = opensAt - Date.now(); delay > 0; delay = opensAt - Date.now()) await sleep(delay, signal)
    },
    hold(delay) {
      opensAt = Math.max(opensAt, Date.now() + delay)
      oneByOne = untilTrusted
    },
  }
}
