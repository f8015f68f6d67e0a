import type { Exchange, ListRequest } from './exchange.ts'
import type { Probe } from './probe.ts'

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
    const asked = this.#asked.get(key) ?? this.#probe.send(request)
    this.#asked.set(key, asked)
    return asked
  }

  /** A list that is asked for again, whatever was answered before. */
  again(query: ListRequest['query'] = []): Promise<Exchange> {
    return this.#probe.send({ query, wellFormed: true })
  }
}
