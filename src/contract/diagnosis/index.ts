import type { OperationFacts } from '../../../generated/facts.ts'
import { CheckEndedError } from '../check-ended.ts'
import type { Check, Clause } from '../clause.ts'
import { allOwnLists } from '../clauses/lists.ts'
import type { ChecksOf, Judgement } from '../judge.ts'
import { countedFrom } from './counted-from.ts'
import { dateForm } from './date-form.ts'
import { defaultDirection } from './default-direction.ts'
import type { Case, Cause, Diagnosis } from './diagnosis.ts'
import { enveloped } from './enveloped.ts'
import { noTieBreak } from './no-tie-break.ts'
import { redirected } from './redirected.ts'
import { renamedFields } from './renamed-fields.ts'
import { website } from './website.ts'
import { wrongType } from './wrong-type.ts'

export type { Diagnosis } from './diagnosis.ts'

/** What is looked for, in the order in which it would have to be fixed. */
const causes: readonly Cause[] = [
  redirected,
  website,
  enveloped,
  renamedFields,
  dateForm,
  wrongType,
  countedFrom,
  defaultDirection,
  noTieBreak,
]

/** A cause with the clauses that found its symptoms, and nothing else. */
export interface Diagnosed {
  operation: OperationFacts
  diagnosis: Diagnosis
  clauses: readonly Clause[]
}

/** Recognises the common causes of what was found. One that explains no clause isn't one. */
export async function diagnose(
  clauses: readonly Clause[],
  judgements: ReadonlyMap<Clause, Judgement>,
  checkOf: ChecksOf,
): Promise<Diagnosed[]> {
  const diagnosed: Diagnosed[] = []
  for (const operation of new Set(clauses.map((clause) => clause.operation))) {
    const check = await checkOf(operation)
    const broken = clauses.flatMap((clause): [Clause, Judgement][] => {
      const judgement = clause.operation === operation ? judgements.get(clause) : undefined
      return judgement?.findings.length ? [[clause, judgement]] : []
    })
    if ('notExercised' in check || broken.length === 0) continue
    const diagnoses = await causesOf(caseOf(check, broken))
    const explained = new Map(broken.map(([clause, judgement]) => [clause, explanation(clause, judgement, diagnoses)]))
    for (const diagnosis of diagnoses) {
      const clauses = [...explained].flatMap(([clause, found]) => (found === diagnosis ? [clause] : []))
      if (clauses.length > 0) diagnosed.push({ operation, diagnosis, clauses })
    }
  }
  return diagnosed
}

function caseOf(check: Check, broken: [Clause, Judgement][]): Case {
  return {
    check,
    answers: allOwnLists(check).filter(({ wellFormed, answer }) => wellFormed && answer),
    findings: broken.flatMap(([clause, { findings }]) => findings.map((finding) => ({ clause, finding }))),
  }
}

async function causesOf(about: Case): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  for (const cause of causes) {
    try {
      const diagnosis = await cause(about)
      if (diagnosis) found.push(diagnosis)
    } catch (error) {
      // What can't be asked any more stays unknown.
      if (!(error instanceof CheckEndedError)) throw error
    }
  }
  return found
}

/** The first cause of a clause that found nothing but symptoms. */
function explanation(clause: Clause, { findings }: Judgement, diagnoses: Diagnosis[]): Diagnosis | undefined {
  const each = findings.map((finding) => diagnoses.find(({ explains }) => explains(finding, clause)))
  return each.every(Boolean) ? each[0] : undefined
}
