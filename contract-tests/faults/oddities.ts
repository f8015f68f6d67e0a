import type { Oddity } from './fault.ts'
import { answerOddities } from './oddAnswers.ts'
import { dataOddities } from './oddData.ts'
import { refusalOddities } from './oddRefusals.ts'

/** Every way to differ from the sandbox that the contract allows, and that no clause may accuse. */
export const oddities: readonly Oddity[] = [...dataOddities, ...answerOddities, ...refusalOddities]
