import type { Exchange, ListRequest } from './exchange.ts'
import type { Probe } from './probe.ts'

/** What was sent for an exchange: with its secrets, which the exchange does without. */
const requests = new WeakMap<Exchange, ListRequest>()

/** Asks once and hands the same exchange to whoever asks the same again. */
export class Ask {
  readonly #probe: Probe
  readonly #asked = new Map<string, Promise<Exchange>>()

  constructor(probe: Probe) {
    this.#probe = probe
  }

  /** A request that every server should answer. */
  list(query: ListRequest['query'] = []): Promise<Exchange> {
    return this.any({ query, wellFormed: true })
  }

  /** A request that a server may refuse. */
  any(request: ListRequest): Promise<Exchange> {
    const key = JSON.stringify(request)
    const asked = this.#asked.get(key) ?? this.#send(request)
    this.#asked.set(key, asked)
    return asked
  }

  async #send(request: ListRequest): Promise<Exchange> {
    const exchange = await this.#probe.send(request)
    requests.set(exchange, request)
    return exchange
  }

  /** The same request once more, whatever it was; undefined when it isn't one that was asked here. */
  async repeat(exchange: Exchange): Promise<Exchange | undefined> {
    const request = requests.get(exchange)
    return request && this.#send(request)
  }

  /** A list that is asked for again, whatever was answered before. */
  again(query: ListRequest['query'] = []): Promise<Exchange> {
    return this.#send({ query, wellFormed: true })
  }
}
