import type { OperationFacts } from '../../generated/facts.ts'
import type { Exchange, PathValues, Variation } from './exchange.ts'
import type { Probe } from './probe.ts'

/** What was varied for an exchange: with its secrets, which the exchange does without. */
const variations = new WeakMap<Exchange, Variation>()

/** Asks for one operation, each question once: whoever asks the same again is handed the same exchange. */
export class Ask {
  readonly operation: OperationFacts
  /** The target's own values for the parameters of the path. */
  readonly path: PathValues
  readonly #probe: Probe
  readonly #asked = new Map<string, Promise<Exchange>>()

  constructor(probe: Probe, operation: OperationFacts, path: PathValues) {
    this.#probe = probe
    this.operation = operation
    this.path = path
  }

  /** A request that every server should answer. */
  list(query: Variation['query'] = []): Promise<Exchange> {
    return this.any({ query, wellFormed: true })
  }

  /** A request that a server may refuse. */
  any(variation: Variation): Promise<Exchange> {
    const key = JSON.stringify(variation)
    const asked = this.#asked.get(key) ?? this.#send(variation)
    this.#asked.set(key, asked)
    return asked
  }

  async #send(variation: Variation): Promise<Exchange> {
    const path = { ...this.path, ...variation.path }
    const exchange = await this.#probe.send({ ...variation, operation: this.operation, path })
    variations.set(exchange, variation)
    return exchange
  }

  /** The same request once more, whatever it was; undefined when it isn't one that was asked here. */
  async repeat(exchange: Exchange): Promise<Exchange | undefined> {
    const variation = variations.get(exchange)
    return variation && this.#send(variation)
  }

  /** A list that is asked for again, whatever was answered before. */
  again(query: Variation['query'] = []): Promise<Exchange> {
    return this.#send({ query, wellFormed: true })
  }
}
