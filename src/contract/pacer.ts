import type { Clock } from './clock.ts'

/** Spaces requests out, and holds all of them while the server asks to be left alone. */
export class Pacer {
  #next = 0
  #interval: number
  readonly #clock: Clock

  /** @param rate Requests per second at most; undefined for no limit until the server asks for one. */
  constructor(clock: Clock, rate: number | undefined) {
    this.#clock = clock
    this.#interval = rate === undefined ? 0 : 1000 / rate
  }

  /** Resolves when the next request may go out. */
  async turn(signal?: AbortSignal): Promise<void> {
    const now = this.#clock.now()
    const mine = Math.max(now, this.#next)
    this.#next = mine + this.#interval
    if (mine > now) await this.#clock.sleep(mine - now, signal)
  }

  /** Nothing goes out for so long, and after it no faster than `rate` requests per second. */
  hold(milliseconds: number, rate: number): void {
    this.#next = Math.max(this.#next, this.#clock.now() + milliseconds)
    this.#interval = Math.max(this.#interval, 1000 / rate)
  }
}
