import { Ask } from './ask.ts'
import type { Asks } from './asks.ts'
import { CheckEndedError } from './check-ended.ts'
import { CouldNotRunError } from './could-not-run.ts'
import { describe, type Exchange } from './exchange.ts'
import { listOfOperation, operations } from './operation.ts'
import type { OptionNames } from './option-names.ts'
import { safeText } from './safe-text.ts'
import { Survey } from './survey.ts'
import type { ResolvedTarget } from './target.ts'

/** Before anything is judged: does anybody answer, and is the token good for this organization? */
export async function requireReachable(asks: Asks, target: ResolvedTarget, names: OptionNames): Promise<void> {
  const couldNotRun = (reason: string) => new CouldNotRunError(safeText(reason, target))
  try {
    // The first operation that can be asked for stands for the server.
    for (const operation of operations) {
      const ask = await asks.of(operation)
      if (!(ask instanceof Ask)) continue
      const reason = await whyUnreachable(new Survey(ask, listOfOperation(operation)), target, names)
      if (reason) throw couldNotRun(reason)
      return
    }
  } catch (error) {
    throw error instanceof CheckEndedError ? couldNotRun(`Nothing could be judged: ${error.message}`) : error
  }
}

async function whyUnreachable(survey: Survey, target: ResolvedTarget, names: OptionNames): Promise<string | undefined> {
  const bare = await survey.bare()
  const refused = ({ answer }: Exchange) => [401, 403, 404].includes(answer?.status ?? 0)
  const answers = (exchange: Exchange) =>
    exchange.failure?.kind !== 'connection' && exchange.failure?.kind !== 'timeout'
  if (answers(bare) && !refused(bare)) return undefined
  // A server may fail on one form of the request alone. That is a violation, and no reason to give up.
  const explicit = await survey.explicit()
  if (answers(explicit) && !refused(explicit)) return undefined
  const status = (bare.answer ?? explicit.answer)?.status
  if (status === undefined) return `${target.baseUrl} can't be reached: ${describe(bare)}`
  const why = {
    401: `the token was refused. Check ${names.token}`,
    403: `the token has no right to this organization. Check ${names.token} and ${names.organizationId}`,
    404: `there is nothing there. Check ${names.baseUrl} and ${names.organizationId}`,
  }[status]
  return `${bare.method} ${bare.url} was answered ${status}: ${why}`
}
