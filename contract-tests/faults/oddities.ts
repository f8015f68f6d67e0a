import type { Oddity } from './fault.ts'
import { answerOddities } from './odd-answers.ts'
import { dataOddities } from './odd-data.ts'
import { refusalOddities } from './odd-refusals.ts'

/** Every way to differ from the sandbox that the contract allows, and that no clause may accuse. */
export const oddities: readonly Oddity[] = [...dataOddities, ...answerOddities, ...refusalOddities]
