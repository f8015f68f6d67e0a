import type { OperationFacts } from '../../generated/facts.ts'
import { Ask } from './ask.ts'
import { type NotExercised, notExercised } from './clause.ts'
import { describe } from './exchange.ts'
import { valueAt } from './json-pointer.ts'
import { operations } from './operation.ts'
import type { Probe } from './probe.ts'
import type { ResolvedTarget } from './target.ts'

/** The parameter of a path that is the target's organization. Others get their values through links. */
export const organizationParameter = 'organization_id'

/** An Ask for each operation, made when it is first needed: a parameter of its path may come from another's answer. */
export class Asks {
  readonly #probe: Probe
  readonly #target: ResolvedTarget
  readonly #made = new Map<OperationFacts, Promise<Ask | NotExercised>>()

  constructor(probe: Probe, target: ResolvedTarget) {
    this.#probe = probe
    this.#target = target
  }

  /** The Ask of an operation, or why it can't be asked for. */
  of(operation: OperationFacts): Promise<Ask | NotExercised> {
    return this.#of(operation, [])
  }

  /** @param waiting The operations that wait for this one's answer. */
  #of(operation: OperationFacts, waiting: OperationFacts[]): Promise<Ask | NotExercised> {
    if (waiting.includes(operation)) {
      return Promise.resolve(notExercised(`the links of the contract lead from ${operation.id} back to it`))
    }
    const made = this.#made.get(operation) ?? this.#make(operation, [...waiting, operation])
    this.#made.set(operation, made)
    return made
  }

  async #make(operation: OperationFacts, waiting: OperationFacts[]): Promise<Ask | NotExercised> {
    const path: Record<string, string> = {}
    for (const [name, parameter] of Object.entries(operation.parameters)) {
      if (parameter.in !== 'path') {
        if (parameter.required)
          return notExercised(`${operation.id} needs a ${name}, which is known to its callers alone`)
        continue
      }
      const value =
        name === organizationParameter ? this.#target.organizationId : await this.#linked(operation, name, waiting)
      if (typeof value !== 'string') return value
      path[name] = value
    }
    return new Ask(this.#probe, operation, path)
  }

  /** A value that another operation's answer holds, or its path. */
  async #linked(operation: OperationFacts, name: string, waiting: OperationFacts[]): Promise<string | NotExercised> {
    const link = operation.links[name]
    const source = operations.find(({ id }) => id === link?.operation)
    if (!link || !source) {
      return notExercised(`${operation.id} needs a ${name}, and no link of the contract says where there is one`)
    }
    const ask = await this.#of(source, waiting)
    if (!(ask instanceof Ask)) return ask
    if (link.parameter !== undefined) return ask.path[link.parameter] ?? ''
    const exchange = await ask.list()
    const value = valueAt(exchange.answer?.json, link.pointer ?? '')
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value)
    return notExercised(`${operation.id} needs a ${name} from ${source.id}, which was answered ${describe(exchange)}`)
  }
}
