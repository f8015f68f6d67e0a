import type { Conversation } from '../../../generated/types.ts'
import documented from '../../../openapi/examples/documented.json' with { type: 'json' }

const [sample] = documented.value as [Conversation]

/** Conversations that keep the contract, with the ids `c0`, `c1`, … */
export const conversations = (count: number): Conversation[] =>
  Array.from({ length: count }, (_, index) => ({ ...sample, id: `c${index}` }))
