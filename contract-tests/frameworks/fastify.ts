import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { operations } from '../../generated/facts.ts'
import { organizations } from './data.ts'
import { sorted } from './sorted.ts'

const { parameters } = operations.listConversations

interface Query {
  page: number
  limit: number
  sortBy: string
  sortDirection: string
}
type Route = { Params: { organizationId: string }; Querystring: Query }

const route = '/backend/chat/:organizationId'
const findById = (id: string) => organizations.find((organization) => organization.id === id)
const callerOf = ({ headers }: Pick<FastifyRequest, 'headers'>) =>
  organizations.find(({ token }) => headers.authorization === `Bearer ${token}`)

const { page, limit, sortBy, sortDirection } = parameters

/** Lets its schema refuse what can't be used, a limit above 50 among it. */
export async function goodFastify() {
  const app = Fastify({ routerOptions: { maxParamLength: 1_000 } })
  const querystring = {
    type: 'object',
    properties: {
      page: { type: 'integer', minimum: 1, default: page.default },
      limit: { type: 'integer', minimum: 1, maximum: 50, default: limit.default },
      sortBy: { enum: sortBy.known, default: sortBy.default },
      sortDirection: { enum: sortDirection.allowed, default: sortDirection.default },
    },
  }
  const preValidation = async (request: FastifyRequest, reply: FastifyReply) => {
    const caller = callerOf(request)
    if (!caller) return reply.code(401).header('WWW-Authenticate', 'Bearer').send({ message: 'Unauthorized' })
    if (caller.id !== (request.params as Route['Params']).organizationId) return reply.code(403).send()
  }
  app.get<Route>(route, { schema: { querystring }, preValidation }, async ({ params, query }) => {
    const start = (query.page - 1) * query.limit
    const all = findById(params.organizationId)?.conversations ?? []
    return sorted(all, query.sortBy, query.sortDirection).slice(start, start + query.limit)
  })
  return { baseUrl: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() }
}

/** As one is written in a hurry: the page is cut before it is sorted, and begins where it would without the clamp, and what goes wrong is told as it is. */
export async function sloppyFastify() {
  const app = Fastify({ routerOptions: { maxParamLength: 1_000 } })
  app.setErrorHandler((error: Error, _request, reply) =>
    reply.code(500).send({ message: error.message, stack: error.stack }),
  )
  app.get<Route>(route, async (request, reply) => {
    if (callerOf(request)?.id !== request.params.organizationId)
      return reply.code(401).send({ message: 'Unauthorized' })
    const { page = 1, limit = parameters.limit.default, sortBy = 'created_at', sortDirection = 'ASC' } = request.query
    const all = findById(request.params.organizationId)?.conversations ?? []
    if (!all.every((one) => sortBy in one)) throw new Error(`Can't sort by ${sortBy}`)
    const size = Math.min(Number(limit), 100)
    return sorted(all.slice((Number(page) - 1) * Number(limit)).slice(0, size), sortBy, sortDirection)
  })
  return { baseUrl: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() }
}
