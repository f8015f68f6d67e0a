import { fileURLToPath } from 'node:url'
import { type Context, OpenAPIBackend } from 'openapi-backend'
import { type OperationFacts, operations, security } from '../../generated/facts.ts'
import { list, operation, organizationParameter, sortFields } from './fields.ts'
import { usable } from './parameters.ts'
import { errorReply, type Reply } from './reply.ts'
import type { RequestContext } from './request.ts'

type Query = Readonly<Record<string, unknown>>
type PathValues = Readonly<Record<string, string>>

/** What a sandbox does at each turn that the contract's routing can take. */
export interface Handlers {
  authenticate(context: RequestContext): boolean
  /** Answers unusable parameters; undefined lets the request go on. */
  refuse(context: RequestContext, problems: string[]): Reply | undefined
  /** Answers the operation whose data is stored. */
  list(context: RequestContext, organizationId: string, query: Query): Promise<Reply>
  /** Answers any other operation. */
  other(context: RequestContext, operation: OperationFacts, path: PathValues, query: Query): Promise<Reply>
}

const contractFile = fileURLToPath(new URL('../../openapi/openapi.yaml', import.meta.url))
const securityName = security.pointer.split('/').at(-1) ?? ''

/**
 * Routing and request validation from the contract. One for all sandboxes of a process, since reading the contract
 * takes longer than everything else that a sandbox does to start.
 */
const routes = new OpenAPIBackend({
  definition: contractFile,
  quick: true, // the contract's own lint has checked the document
  coerceTypes: true,
  ajvOpts: { strict: false, logger: false },
  securityHandlers: {
    [securityName]: (_matched: Context, handlers: Handlers, context: RequestContext) => handlers.authenticate(context),
  },
  handlers: {
    ...Object.fromEntries(
      Object.values<OperationFacts>(operations).map((each) => [
        each.id,
        async (matched: Context, handlers: Handlers, context: RequestContext) => {
          const problems = furtherProblems(context, each)
          const refusal = problems.length > 0 && handlers.refuse(context, problems)
          return refusal || answer(matched, handlers, context)
        },
      ]),
    ),
    validationFail: async (matched: Context, handlers: Handlers, context: RequestContext) => {
      const problems = matched.validation.errors ?? []
      return handlers.refuse(context, problems.map(describe)) ?? answer(matched, handlers, context)
    },
    unauthorizedHandler: () => errorReply(401, 'A bearer token is needed', { 'WWW-Authenticate': 'Bearer' }),
    methodNotAllowed: () => errorReply(405, 'Only reading is possible here', { Allow: allowedMethods }),
    notFound: () => errorReply(404, 'Nothing is served at this path'),
  },
})

/** What the parameters mean, whether they could be used or not. */
function answer({ operation: { operationId }, request }: Context, handlers: Handlers, context: RequestContext) {
  const path = Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]))
  const query = request.query as Query
  if (operationId === operation.id) return handlers.list(context, path[organizationParameter] ?? '', query)
  const facts: Readonly<Record<string, OperationFacts>> = operations
  return handlers.other(context, facts[operationId ?? ''] as OperationFacts, path, query)
}

/** The status of an operation's success, as the contract declares it. */
export const successStatusOf = ({ responses }: OperationFacts): string =>
  Object.keys(responses).find((status) => status.startsWith('2')) ?? ''

/** The contract's own example of an operation's answer; undefined where it has none. */
export function exampleOf(operation: OperationFacts): unknown {
  const declared = routes.getOperation(operation.id)?.responses?.[successStatusOf(operation)]
  const { example, examples = {} } = (declared as Declared | undefined)?.content?.['application/json'] ?? {}
  return example ?? Object.values(examples)[0]?.value
}

/** A response as the contract declares it, references followed. */
interface Declared {
  content?: Record<string, { example?: unknown; examples?: Record<string, { value?: unknown }> }>
}

/** What the contract says of the operation that a request is for; undefined when it is for none. */
export function operationOf({ method, path, headers }: RequestContext['request']): OperationFacts | undefined {
  const matched = routes.matchOperation({ method, path, headers: headers as Record<string, string> })
  const facts: Readonly<Record<string, OperationFacts>> = operations
  return facts[matched?.operationId ?? '']
}

/** Ready once the contract has been read. */
export const openRoutes = () => (ready ??= routes.init())

let ready: Promise<typeof routes> | undefined

export const allowedMethods = `${operation.method}, HEAD, OPTIONS`

/**
 * What validation lets pass: it takes any notation of a number for an integer, and the contract leaves the set of
 * sort fields open, whereas the sandbox sorts by the known ones.
 */
function furtherProblems({ request }: RequestContext, { id, parameters }: OperationFacts): string[] {
  const bad = Object.entries(parameters).flatMap(([name, parameter]) => {
    const given = parameter.in === 'query' ? request.query.get(name) : null
    return given === null || usable(parameter, given) ? [] : [`${name} must be ${parameter.format ?? parameter.type}`]
  })
  const sortBy = request.query.get(list.sortBy)
  if (id !== operation.id || sortBy === null || sortFields.includes(sortBy)) return bad
  return [...bad, `${list.sortBy} must be one of ${sortFields.join(', ')}`]
}

/** One problem in words: the parameter and the rule, never the value that was sent. */
function describe({ instancePath, message, params }: { instancePath: string; message?: string; params: object }) {
  const name = instancePath.split('/').at(-1) || 'the request'
  const allowed = 'allowedValues' in params ? `: ${[params.allowedValues].flat().join(', ')}` : ''
  return `${name} ${message ?? 'is not usable'}${allowed}`
}
