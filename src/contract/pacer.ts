import type { Clock } from './clock.ts'

/** After so many requests without a refusal, the pace was good: another refusal means that it is still a little too fast. */
const good = 20

/** Spaces requests out, and holds all of them while the server asks to be left alone. */
export class Pacer {
  #next = 0
  #interval: number
  /** How many went out since the pace was set, and when that was. */
  #turns = 0
  #since: number
  #sinceRefusal = good
  readonly #clock: Clock

  /** @param rate Requests per second at most; undefined for no limit until the server asks for one. */
  constructor(clock: Clock, rate: number | undefined) {
    this.#clock = clock
    this.#since = clock.now()
    this.#interval = rate === undefined ? 0 : 1000 / rate
  }

  /** Milliseconds until the next request may go out. */
  get wait(): number {
    return Math.max(0, this.#next - this.#clock.now())
  }

  /** Resolves when the next request may go out. */
  async turn(signal?: AbortSignal): Promise<void> {
    const wait = this.wait
    this.#next = this.#clock.now() + wait + this.#interval
    this.#turns++
    this.#sinceRefusal++
    if (wait > 0) await this.#clock.sleep(wait, signal)
  }

  /**
   * Nothing goes out for so long, and after it half as fast as it went: a tenth of a second apart at the least, and two
   * seconds at the most. That pace is then held. A server that goes on refusing has no use for a slower one, only for waits.
   */
  hold(milliseconds: number): void {
    const now = this.#clock.now()
    this.#next = Math.max(this.#next, now + milliseconds)
    if (this.#sinceRefusal >= good) {
      const actual = (now - this.#since) / Math.max(1, this.#turns)
      this.#interval = Math.min(Math.max(2 * Math.max(this.#interval, actual), 100), Math.max(2000, this.#interval))
      this.#since = now + milliseconds
      this.#turns = 0
    }
    this.#sinceRefusal = 0
  }
}
