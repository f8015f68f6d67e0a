import { CouldNotRunError } from './could-not-run.ts'
import type { Exchange, ListRequest } from './exchange.ts'
import { Haste } from './haste.ts'
import { Pacer } from './pacer.ts'
import { exchangeOver, type WireOptions } from './wire.ts'

/** No request is left to spend: a clause that needs one more is not exercised. */
export class BudgetSpentError extends Error {
  constructor(maxRequests: number) {
    super(`the limit of ${maxRequests} requests was reached; raise it with --max-requests`)
  }
}

export interface ProbeOptions extends WireOptions {
  /** Requests that may be sent in all. */
  maxRequests: number
  /** Requests per second at most. */
  rate?: number | undefined
  onExchange?: ((exchange: Exchange) => void) | undefined
}

/** How long one refusal for haste may hold the check up, in milliseconds, and how often it is taken. */
const longestHold = 60_000
const mostHolds = 8

/** How often a well-formed request that failed on the server's side is sent again. */
const repeats = 2

/** Sends requests: counted, paced, and patient with a server that answers 429. Remembers every exchange. */
export class Probe {
  /** All that was exchanged, refusals for haste left out. */
  readonly exchanges: Exchange[] = []
  readonly #options: ProbeOptions
  readonly #pacer: Pacer
  readonly #haste = new Haste()
  #sent = 0

  constructor(options: ProbeOptions) {
    this.#options = options
    this.#pacer = new Pacer(options.clock, options.rate)
  }

  get requests(): number {
    return this.#sent
  }

  /** What was refused for haste in the words of a failure, and sent again. */
  get refusals(): readonly Exchange[] {
    return this.#haste.refusals
  }

  /** Sends a request; a well-formed one that fails on the server's side gets another chance. */
  async send(request: ListRequest): Promise<Exchange> {
    for (let repeat = 0; ; repeat++) {
      const exchange = await this.#sendOnce(request)
      const failed = !exchange.answer || exchange.answer.status >= 500
      if (!failed || !request.wellFormed || repeat >= repeats) return exchange
    }
  }

  /** Sends a request once; only a refusal for haste makes it wait and try again. */
  async #sendOnce(request: ListRequest): Promise<Exchange> {
    const { signal, maxRequests, onExchange } = this.#options
    const attempts: Exchange[] = []
    for (let holds = 0; ; holds++) {
      signal?.throwIfAborted()
      if (this.#sent >= maxRequests) throw new BudgetSpentError(maxRequests)
      const sequence = ++this.#sent
      await this.#pacer.turn(signal)
      const exchange = await exchangeOver(this.#options, request, sequence)
      attempts.push(exchange)
      const wait = this.#haste.waitAfter(attempts)
      if (wait === undefined) {
        this.#pacer.recover()
        this.exchanges.push(...this.#haste.settle(attempts))
        onExchange?.(exchange)
        return exchange
      }
      if (wait > longestHold || holds >= mostHolds) {
        throw new CouldNotRunError(
          `The server answers ${exchange.answer?.status} (too many requests) and asks to wait ${Math.ceil(wait / 1000)} s. Try later, or with --rate`,
        )
      }
      if (wait > 0 || exchange.answer?.status === 429) this.#pacer.hold(wait)
    }
  }
}
