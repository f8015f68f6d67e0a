import type { ListConversationsQuery } from '../../generated/types.ts'
import type { ListOptions, WalkOptions } from '../../src/client/options.ts'
import { kebabCase } from '../../src/text/kebab-case.ts'
import type { Facts } from './facts.ts'
import type { OperationFacts, ParameterFacts } from './shapes.ts'

/** What code that is written by hand calls by name: the methods of the client, the command line and the sandbox's store. */
const written = {
  operation: 'listConversations',
  body: 'ConversationList',
  item: 'Conversation',
  path: 'organization_id',
}

/** Options of the client's methods that are no parameters. */
const ownOptions: Record<Exclude<keyof ListOptions | keyof WalkOptions, keyof ListConversationsQuery>, true> = {
  signal: true,
  startPage: true,
  concurrency: true,
}

/** Refuses a contract whose first operation isn't what the code that is written by hand stands on. */
export function requireWhatIsWritten({ operations, schemas }: Facts): void {
  const operation = operations[written.operation]
  if (operation?.method !== 'GET') {
    throw new Error(`#/paths has no GET with the operationId ${written.operation}, which the client's methods call`)
  }
  const { pointer, responses, secured } = operation
  const body = responses['200']?.schema
  if (body !== written.body || schemas[body]?.items !== written.item) {
    refuse(
      `${pointer}/responses/200`,
      `must be a ${written.body}, an array of ${written.item}, as the client's types are`,
    )
  }
  if (!secured) refuse(`${pointer}/security`, 'must ask for the token, which the client always sends')
  requireParts(operation)
  requireOptions(operation)
  const fields = Object.values(schemas[written.item]?.fields ?? {})
  if (!fields.some(({ equalsParameter }) => equalsParameter === written.path)) {
    refuse(`#/components/schemas/${written.item}`, `must have a field with x-equals-parameter: ${written.path}`)
  }
}

function refuse(place: string, why: string): never {
  throw new Error(`${place} ${why}`)
}

/** The parts of its list have parameters of their own names, with defaults: the client's options and the flags. */
function requireParts({ list, parameters, pointer }: OperationFacts): void {
  if (!list?.time)
    refuse(`${pointer}/x-list/time`, 'is missing: by it the client knows in which order pages can be fetched ahead')
  if (list?.id !== 'id') refuse(`${pointer}/x-list/id`, 'must be id, by which the client tells conversations apart')
  for (const part of ['page', 'limit', 'sortBy', 'sortDirection'] as const) {
    if (list?.[part] !== part) refuse(`${pointer}/x-list/${part}`, `must be ${part}, an option of the client's methods`)
    const { default: usual, known, pointer: place = '' } = parameters[part] ?? {}
    if (usual === undefined) refuse(place, 'must have a default, which client and command line begin with')
    if (part === 'page' && usual !== 1) refuse(place, `has the default ${usual}: the client's walk counts pages from 1`)
    if (part === 'sortBy' && !known) refuse(place, 'must have x-extensible-enum, the fields that are offered')
  }
}

/** Its other parameters can be left out, and have a name that is free as an option of the client and as a flag. */
function requireOptions({ parameters, pointer }: OperationFacts): void {
  const flags = new Set<string>()
  for (const [name, { in: place, required, pointer: at }] of Object.entries<ParameterFacts>(parameters)) {
    if (place === 'path') {
      if (name !== written.path) refuse(at, `is named ${name}: the client knows ${written.path} alone in the path`)
      continue
    }
    if (required) refuse(at, 'is required: every option of the client can be left out')
    if (place !== 'query') continue
    if (name in ownOptions) refuse(at, `is named ${name}, as an option of the client's methods that is no parameter`)
    const flag = kebabCase(name)
    if (flags.has(flag)) refuse(at, `is named ${name}: another parameter has the flag --${flag}, too`)
    flags.add(flag)
  }
  if (!(written.path in parameters)) refuse(pointer, `must have the path parameter ${written.path}`)
}
