import type { Conversation } from '../../generated/types.ts'
import { validateConversationList } from '../../generated/validators.ts'
import { makeConversations } from './conversations.ts'
import { organizationOf } from './fields.ts'
import { createRandom } from './random.ts'
import type { Organization } from './request.ts'
import { makeToken } from './tokens.ts'

/** What a sandbox starts with. */
export interface DatasetOptions {
  /** How many conversations the first organization has. */
  conversations: number
  /** How many the other organization has. */
  otherConversations: number
  /** Equal seeds give equal organizations, tokens and conversations. */
  seed: string
  /** Conversations to serve in place of made-up ones: each organization among them becomes one of the sandbox. */
  data?: readonly Conversation[] | undefined
  /** Changes each made-up conversation before it is stored. */
  shape?: ((conversation: Conversation, index: number) => Conversation) | undefined
}

/** Two organizations of made-up conversations, or as many as the given conversations name, each with a token. */
export function makeDataset(options: DatasetOptions): Organization[] {
  return options.data ? givenOrganizations(options.data, options.seed) : madeUpOrganizations(options)
}

function madeUpOrganizations({ conversations, otherConversations, seed, shape }: DatasetOptions): Organization[] {
  const random = createRandom(`${seed}/organizations`)
  return [conversations, otherConversations].map((count) => {
    const id = random.uuid()
    const made = makeConversations(id, count, `${seed}/${id}`)
    return organization(id, checked(shape ? made.map(shape) : made), seed)
  })
}

function givenOrganizations(data: readonly Conversation[], seed: string): Organization[] {
  const groups = new Map<string, Conversation[]>()
  for (const conversation of data) {
    const id = organizationOf(conversation)
    const group = groups.get(id)
    if (group) group.push(conversation)
    else groups.set(id, [conversation])
  }
  // Always a second one, so that it can be seen that a token reads no organization but its own.
  const random = createRandom(`${seed}/organizations`)
  while (groups.size < 2) {
    const id = random.uuid()
    // The data may be a sandbox's own.
    if (!groups.has(id)) groups.set(id, [])
  }
  return [...groups].map(([id, conversations]) => organization(id, conversations, seed))
}

const organization = (id: string, conversations: readonly Conversation[], seed: string): Organization => ({
  id,
  token: makeToken(id, seed),
  conversations,
})

/** A rule that a later contract has, and that making values from its keywords doesn't know, shows here. */
function checked(conversations: Conversation[]): Conversation[] {
  if (validateConversationList(conversations)) return conversations
  const [violation] = validateConversationList.errors ?? []
  const field = violation?.instancePath.split('/')[2] ?? String(violation?.params.missingProperty ?? 'a conversation')
  throw new Error(
    `The sandbox can't make up a value for ${field} that keeps the contract's "${violation?.keyword}": give it one among examples in the contract`,
  )
}
