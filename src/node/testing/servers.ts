import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { generate } from 'selfsigned'
import { type Listening, listen } from '../../testing/servers.ts'

/** A certificate that nobody vouches for, of a server that isn't there. */
export const certified = (name: string) =>
  generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })

export const listenTls = ({ private: key, cert }: { private: string; cert: string }, listener: RequestListener) =>
  listen(createTlsServer({ key, cert }, listener), 'https')

export interface TestProxy extends Listening {
  /** What was to be connected, as `host:port`, with the credentials that came along. */
  asked: { target: string | undefined; authorization: string | undefined }[]
}

/** A proxy that takes every name for a port of this machine; or one that answers another status than 200, or (0) none. */
export async function startProxy(port: number, status = 200): Promise<TestProxy> {
  const asked: TestProxy['asked'] = []
  const server = createServer((_, response) => response.writeHead(400).end()).on(
    'connect',
    (request, socket: Socket) => {
      asked.push({ target: request.url, authorization: request.headers['proxy-authorization'] })
      if (!status) return void socket.on('end', () => socket.end()).resume()
      if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
      const target = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        target.pipe(socket.on('error', () => {})).pipe(target)
      })
      target.on('error', () => socket.destroy()).on('close', () => socket.destroy())
      return socket.on('close', () => target.destroy())
    },
  )
  return { ...(await listen(server)), asked }
}
