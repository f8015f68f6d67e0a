import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeConversations } from '../../contract-tests/sandbox/conversations.ts'
import { operations } from '../../generated/facts.ts'

const { parameters } = operations.listConversations

// A server of as many conversations as the path asks for, which answers after as many milliseconds:
// /{conversations}/{delay}/backend/chat/{organization}. It holds a thousand and gives each of them many ids.
const organizationId = process.argv[2] ?? ''
const templates = makeConversations(organizationId, 1_000, 'bench').map((conversation) => {
  const [head = '', tail = ''] = JSON.stringify({ ...conversation, id: '\u0000' }).split('\\u0000')
  return { head, tail }
})

/** Of the length of the reference page's ids, and in the order in which they are read. */
const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

function pageOf(page: number, limit: number, total: number): string {
  const from = (page - 1) * limit
  const parts: string[] = []
  for (let index = from; index < Math.min(from + limit, total); index += 1) {
    const { head, tail } = templates[index % templates.length] ?? { head: '', tail: '' }
    parts.push(head + idOf(index) + tail)
  }
  return `[${parts.join(',')}]`
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const [, total, delay] = pathname.split('/')
  const page = Number(searchParams.get('page') ?? parameters.page.default)
  const limit = Number(searchParams.get('limit') ?? parameters.limit.default)
  const body = Buffer.from(pageOf(page, limit, Number(total)))
  const send = () => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength })
    response.end(body)
  }
  if (Number(delay) > 0) setTimeout(send, Number(delay))
  else send()
})
// Longer than any contender waits for its turn, so that no round pays for new connections.
server.keepAliveTimeout = 600_000
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit())
