import { checkBounds, type Room } from './bounds.ts'
import { CheckEndedError } from './check-ended.ts'
import type { Exchange, ProbeRequest } from './exchange.ts'
import { Haste } from './haste.ts'
import { type OptionNames, optionNames } from './option-names.ts'
import { Pacer } from './pacer.ts'
import { exchangeOver, type WireOptions } from './wire.ts'

export interface ProbeOptions extends Omit<WireOptions, 'room'> {
  /** Requests that may be sent in all. */
  maxRequests: number
  /** Milliseconds that all of it may take. Default: no limit. */
  maxTime?: number
  /** Requests per second at most. */
  rate?: number | undefined
  /** What the limits are called in messages. Default: their names in `verify`. */
  names?: OptionNames
  /** Told what is waited for, in words that hold no secret. */
  onWait?: ((what: string) => void) | undefined
}

/** How long one refusal for haste may hold the check up, in milliseconds, and how often it is taken. */
const longestHold = 60_000
const mostHolds = 8

/** How often a well-formed request that failed on the server's side is sent again. */
const repeats = 2

/** After so many requests in a row that hang, one that was answered before must show that the server still answers. */
const mostHanging = 3

const tooLarge = `the answers are too large to be kept: together more than ${checkBounds.bytes / 2 ** 20} MiB, or ${checkBounds.values} values`

/** Sends requests: counted, paced, bounded, and patient with a server that answers 429. Remembers every exchange. */
export class Probe {
  /** All that was exchanged, refusals for haste left out. */
  readonly exchanges: Exchange[] = []
  readonly #options: ProbeOptions
  readonly #pacer: Pacer
  readonly #haste = new Haste()
  readonly #room: Room = { ...checkBounds }
  readonly #deadline: number
  /** Requests that have a place in the limit, and those of them that went out. */
  #placed = 0
  #sent = 0
  #hanging = 0
  /** The server asked to be left alone, and no request went out since. */
  #isHeld = false
  #answered: ProbeRequest | undefined
  #sign: Promise<void> | undefined
  #ended: CheckEndedError | undefined

  constructor(options: ProbeOptions) {
    this.#options = options
    this.#pacer = new Pacer(options.clock, options.rate)
    this.#deadline = options.clock.now() + (options.maxTime ?? Number.POSITIVE_INFINITY)
  }

  get #names(): OptionNames {
    return this.#options.names ?? optionNames
  }

  get requests(): number {
    return this.#sent
  }

  /** Why nothing more is sent; undefined while there may be. */
  get ended(): string | undefined {
    return this.#ended?.message
  }

  /** What was refused for haste in the words of a failure, and sent again. */
  get refusals(): readonly Exchange[] {
    return this.#haste.refusals
  }

  /** Sends a request; a well-formed one that fails on the server's side gets another chance. Throws `CheckEndedError`. */
  async send(request: ProbeRequest): Promise<Exchange> {
    for (let repeat = 0; ; repeat++) {
      if (this.#hanging >= mostHanging) await this.#requireSignOfLife(request)
      const exchange = await this.#sendPatiently(request)
      const failed = !exchange.answer || exchange.answer.status >= 500
      if (!failed || !request.wellFormed || repeat >= repeats) return exchange
    }
  }

  /** A server may hang on some requests alone, which is for the clauses to say. One that hangs on all is asked no more. */
  #requireSignOfLife(request: ProbeRequest): Promise<void> {
    this.#sign ??= this.#sendPatiently(this.#answered ?? request)
      .then(({ answer }) => {
        if (!answer) throw this.#end(`the server hangs: ${this.#hanging} requests in a row came to no answer`)
      })
      .finally(() => {
        this.#sign = undefined
      })
    return this.#sign
  }

  /** Sends a request once; only a refusal for haste makes it wait and try again. */
  async #sendPatiently(request: ProbeRequest): Promise<Exchange> {
    const attempts: Exchange[] = []
    for (let holds = 0; ; holds++) {
      const exchange = await this.#sendOnce(request)
      attempts.push(exchange)
      const { answer, failure } = exchange
      const wait = this.#haste.waitAfter(attempts)
      if (wait === undefined) {
        this.exchanges.push(...this.#haste.settle(attempts))
        this.#hanging = failure?.kind === 'timeout' ? this.#hanging + 1 : 0
        if (answer?.status === 200 && request.wellFormed) this.#answered = request
        if (failure?.kind === 'no room') throw this.#end(tooLarge)
        return exchange
      }
      if (wait > longestHold || holds >= mostHolds) {
        throw this.#end(
          `the server answers ${answer?.status} (too many requests) and asks to wait ${Math.ceil(wait / 1000)} s. Try later, or with ${this.#names.rate}`,
        )
      }
      // A bare 503 is asked about again at once, to see whether it has to do with the pace.
      if (wait > 0 || answer?.status === 429) {
        this.#pacer.hold(wait)
        this.#isHeld = true
      }
    }
  }

  async #sendOnce(request: ProbeRequest): Promise<Exchange> {
    const { signal, maxRequests, timeout, onWait } = this.#options
    if (this.#ended) throw this.#ended
    this.#requireTime(signal)
    if (this.#placed >= maxRequests) {
      throw this.#end(`the limit of ${maxRequests} requests was reached; raise it with ${this.#names.maxRequests}`)
    }
    const { wait } = this.#pacer
    if (wait > this.#left) throw this.#outOfTime()
    this.#placed++
    if (wait > 0)
      onWait?.(`${(wait / 1000).toFixed(1)} s, ${this.#isHeld ? 'as the server asks' : 'to keep to the pace'}`)
    await this.#pacer.turn(signal)
    this.#isHeld = false
    this.#requireTime(signal)
    const sequence = ++this.#sent
    const limit = Math.min(timeout, Math.ceil(this.#left))
    onWait?.(`an answer, ${limit} ms at most`)
    const exchange = await exchangeOver({ ...this.#options, room: this.#room, timeout: limit }, request, sequence)
    // What our own end cut short says nothing about the server.
    if (exchange.failure?.kind === 'timeout' && this.#left <= 0) throw this.#outOfTime()
    return exchange
  }

  get #left(): number {
    return this.#deadline - this.#options.clock.now()
  }

  #requireTime(signal: AbortSignal | undefined) {
    signal?.throwIfAborted()
    if (this.#left <= 0) throw this.#outOfTime()
  }

  #outOfTime(): CheckEndedError {
    const { maxTime = 0 } = this.#options
    return this.#end(`the limit of ${maxTime / 1000} s was reached; raise it with ${this.#names.maxTime}`)
  }

  /** The first bound that was met stays the reason. */
  #end(reason: string): CheckEndedError {
    this.#ended ??= new CheckEndedError(reason)
    return this.#ended
  }
}
