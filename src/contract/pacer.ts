import type { Clock } from './clock.ts'

/** Spaces requests out, and holds all of them while the server asks to be left alone. */
export class Pacer {
  #next = 0
  #interval: number
  readonly #floor: number
  readonly #clock: Clock

  /** @param rate Requests per second at most; undefined for no limit until the server asks for one. */
  constructor(clock: Clock, rate: number | undefined) {
    this.#clock = clock
    this.#floor = rate === undefined ? 0 : 1000 / rate
    this.#interval = this.#floor
  }

  /** Resolves when the next request may go out. */
  async turn(signal?: AbortSignal): Promise<void> {
    const now = this.#clock.now()
    const mine = Math.max(now, this.#next)
    this.#next = mine + this.#interval
    if (mine > now) await this.#clock.sleep(mine - now, signal)
  }

  /** Nothing goes out for so long, and after it half as fast: a tenth of a second apart at the least, and two seconds at the most. */
  hold(milliseconds: number): void {
    this.#next = Math.max(this.#next, this.#clock.now() + milliseconds)
    this.#interval = Math.min(Math.max(this.#interval * 2, 100), 2000)
  }

  /** A request was let through: a little faster again, up to the rate that was set. */
  recover(): void {
    this.#interval = Math.max(this.#floor, this.#interval * 0.95)
  }
}
