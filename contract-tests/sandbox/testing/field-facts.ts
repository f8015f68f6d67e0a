import type { FieldFacts } from '../../../generated/facts.ts'

/** The facts of a required text, but for what is given. */
export const fieldFacts = (facts: Partial<FieldFacts> = {}): FieldFacts => ({
  pointer: '#',
  evidence: 'assumed',
  required: true,
  nullable: false,
  type: 'string',
  ...facts,
})
