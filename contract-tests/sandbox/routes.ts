import { fileURLToPath } from 'node:url'
import { type Context, OpenAPIBackend } from 'openapi-backend'
import { operations, security } from '../../generated/facts.ts'
import { type Answer, errorAnswer } from './answer.ts'
import type { Exchange } from './exchange.ts'
import { sortFields } from './fields.ts'

const operation = operations.listConversations
const { parameters } = operation

/** What a sandbox does at each turn that the contract's routing can take. */
export interface Handlers {
  authenticate(exchange: Exchange): boolean
  /** Answers unusable parameters; undefined lets the request go on. */
  refuse(exchange: Exchange, problems: string[]): Answer | undefined
  list(exchange: Exchange, organizationId: string, query: Readonly<Record<string, unknown>>): Promise<Answer>
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
    [securityName]: (_context: Context, handlers: Handlers, exchange: Exchange) => handlers.authenticate(exchange),
  },
  handlers: {
    [operation.id]: async (context: Context, handlers: Handlers, exchange: Exchange) => {
      const query = context.request.query as Record<string, unknown>
      const organizationId = String(context.request.params.organization_id)
      const problems = furtherProblems(exchange)
      const refusal = problems.length > 0 && handlers.refuse(exchange, problems)
      return refusal || handlers.list(exchange, organizationId, query)
    },
    validationFail: async (context: Context, handlers: Handlers, exchange: Exchange) => {
      const problems = context.validation.errors ?? []
      const refusal = handlers.refuse(exchange, problems.map(describe))
      if (refusal) return refusal
      return handlers.list(exchange, String(context.request.params.organization_id), context.request.query)
    },
    unauthorizedHandler: () => errorAnswer(401, 'A bearer token is needed', { 'WWW-Authenticate': 'Bearer' }),
    methodNotAllowed: () => errorAnswer(405, 'Only reading is possible here', { Allow: allowedMethods }),
    notFound: () => errorAnswer(404, 'Nothing is served at this path'),
  },
})

/** Ready once the contract has been read. */
export const openRoutes = () => (ready ??= routes.init())

let ready: Promise<typeof routes> | undefined

export const allowedMethods = `${operation.method}, HEAD, OPTIONS`

/**
 * What validation lets pass: it takes any notation of a number for an integer, and the contract leaves the set of
 * sort fields open, whereas the sandbox sorts by the known ones.
 */
function furtherProblems({ request }: Exchange): string[] {
  const badNumbers = Object.entries(parameters).flatMap(([name, { type }]) => {
    const given = type === 'integer' ? request.query.get(name) : null
    return given === null || /^\d+$/.test(given) ? [] : [`${name} must be integer`]
  })
  const sortBy = request.query.get('sortBy')
  if (sortBy === null || sortFields.includes(sortBy)) return badNumbers
  return [...badNumbers, `sortBy must be one of ${sortFields.join(', ')}`]
}

/** One problem in words: the parameter and the rule, never the value that was sent. */
function describe({ instancePath, message, params }: { instancePath: string; message?: string; params: object }) {
  const name = instancePath.split('/').at(-1) || 'the request'
  const allowed = 'allowedValues' in params ? `: ${[params.allowedValues].flat().join(', ')}` : ''
  return `${name} ${message ?? 'is not usable'}${allowed}`
}
