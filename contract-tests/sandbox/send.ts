import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { operations } from '../../generated/facts.ts'
import type { Reply } from './reply.ts'

const { responses } = operations.listConversations

/** Below this, compressing takes longer than a network near by needs for the rest. */
const compressedFrom = 16_384

/** Writes an answer to the wire: as JSON unless it is raw, compressed where that is accepted, without a body for HEAD. */
export async function send(reply: Reply, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (reply.cut === 'before') {
    request.socket.destroy()
    return
  }
  const headers = lowerCased(reply.headers)
  let body = bytesOf(reply)
  if (reply.raw === undefined && body.length > 0) {
    headers['content-type'] ??= responses['200'].contentType
    headers.vary ??= 'Accept-Encoding'
    if (body.length >= compressedFrom && acceptsGzip(request)) {
      // A page is small: handing it to another thread, or a wide window, would take longer than compressing it.
      body = gzipSync(body, { level: 1, memLevel: 4, windowBits: 12 })
      headers['content-encoding'] = 'gzip'
    }
  }
  if (reply.chunkSize === undefined && reply.status !== 204) headers['content-length'] ??= String(body.length)
  response.writeHead(reply.status, headers)
  if (request.method === 'HEAD') return void response.end()
  if (reply.cut === 'within') {
    response.write(body.subarray(0, body.length / 2), () => request.socket.destroy())
    return
  }
  if (reply.chunkSize === undefined) return void response.end(body)
  for (let from = 0; from < body.length; from += reply.chunkSize)
    response.write(body.subarray(from, from + reply.chunkSize))
  response.end()
}

function bytesOf({ raw, json }: Reply): Uint8Array {
  if (raw !== undefined) return typeof raw === 'string' ? Buffer.from(raw) : raw
  return Buffer.from(json === undefined ? '' : JSON.stringify(json))
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  const accepted = String(headers['accept-encoding'] ?? '').split(',')
  return accepted.some((coding) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)|$)/i.test(coding))
}

const lowerCased = (headers: Reply['headers']) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
