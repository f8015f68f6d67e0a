import { createServer } from 'node:http'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { operations } from '../../generated/facts.ts'
import { type Listening, open } from '../../src/testing/servers.ts'
import { organizations } from './data.ts'
import { sorted } from './sorted.ts'

const { parameters } = operations.listConversations

const route = '/backend/chat/:organizationId'
const findById = (id: unknown) => organizations.find((organization) => organization.id === id)
const isToken = (header: string | undefined) => organizations.find(({ token }) => header === `Bearer ${token}`)

/** Validates what it is sent, clamps the limit, and says no in JSON. */
export function goodExpress(): Promise<Listening> {
  const app = express().disable('x-powered-by')
  const authenticate: RequestHandler = (request, response, next) => {
    const caller = isToken(request.headers.authorization)
    if (!caller) response.status(401).set('WWW-Authenticate', 'Bearer').json({ message: 'Unauthorized' })
    else if (caller.id !== request.params.organizationId) response.status(404).json({ message: 'Not found' })
    else next()
  }
  app.get(route, authenticate, (request, response) => {
    const { page = '1', limit = String(parameters.limit.default) } = request.query
    const { sortBy = parameters.sortBy.default, sortDirection = 'ASC' } = request.query
    const isCount = (value: unknown) => typeof value === 'string' && /^[1-9]\d*$/.test(value)
    const isField = parameters.sortBy.known.some((field) => field === sortBy)
    if (!isCount(page) || !isCount(limit) || !isField || !['ASC', 'DESC'].includes(String(sortDirection))) {
      response.status(400).json({ statusCode: 400, message: 'Bad parameters' })
      return
    }
    const size = Math.min(Number(limit), 100)
    const start = (Number(page) - 1) * size
    const all = findById(request.params.organizationId)?.conversations ?? []
    response
      .set('Cache-Control', 'no-store')
      .json(sorted(all, String(sortBy), sortDirection).slice(start, start + size))
  })
  const onError: ErrorRequestHandler = (_error, _request, response, _next) => {
    response.status(400).json({ message: 'Bad request' })
  }
  app.use(onError)
  return open(createServer(app))
}

/**
 * As a first version is often written: whatever is a number counts, the organization of the path is believed, texts are
 * compared by a method that null doesn't have, nothing tells equal ones apart, and the framework's own error page is for development.
 */
export function sloppyExpress(): Promise<Listening> {
  const app = express()
  app.get(route, (request, response) => {
    if (!isToken(request.headers.authorization)) {
      response.sendStatus(401)
      return
    }
    const page = Number(request.query.page) || 1
    const limit = Number(request.query.limit) || parameters.limit.default
    const field = String(request.query.sortBy ?? 'created_at')
    const sign = request.query.sortDirection === 'DESC' ? -1 : 1
    const all = findById(request.params.organizationId)?.conversations ?? []
    const list = all.toSorted((one, two) => {
      const [a, b] = [one[field], two[field]] as [string, string]
      return sign * (typeof a === 'number' ? a - Number(b) : a.localeCompare(b))
    })
    response.json(list.slice((page - 1) * limit, page * limit))
  })
  return open(createServer(app))
}
