import { createServer, type Socket } from 'node:net'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { listen, listenHttp } from '../testing/servers.ts'
import { connectionWords } from './connection-words.ts'

const withCode = (code: string) => Object.assign(new Error('no'), { code })
const failed = (cause: unknown) => new TypeError('fetch failed', { cause })

describe('the words for a failed connection', () => {
  it.each([
    ['ENOTFOUND', "the name can't be resolved"],
    ['EAI_AGAIN', "the name can't be resolved"],
    ['ECONNREFUSED', 'the connection was refused'],
    ['ConnectionRefused', 'the connection was refused'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'the port speaks http, not https'],
    ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'the port speaks http, not https'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'the TLS handshake failed'],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'the TLS handshake failed'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate is of another name'],
    ['CERT_HAS_EXPIRED', 'the certificate has expired'],
    ['CERT_UNTRUSTED', "the certificate isn't trusted"],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', "the certificate isn't trusted"],
    ['SELF_SIGNED_CERT_IN_CHAIN', "the certificate isn't trusted"],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', "the certificate isn't trusted"],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', "the certificate isn't trusted"],
    ['HPE_INVALID_CONSTANT', 'the port speaks no HTTP'],
    ['HPE_INVALID_HEADER_TOKEN', "the answer isn't valid HTTP"],
    ['HPE_HEADER_OVERFLOW', 'the headers of the answer are too large'],
    ['UND_ERR_HEADERS_OVERFLOW', 'the headers of the answer are too large'],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', "the body isn't as long as its headers say"],
    ['Z_DATA_ERROR', "the body can't be decompressed"],
    ['ERR__ERROR_FORMAT_PADDING_1', "the body can't be decompressed"],
    ['EHOSTUNREACH', "the host can't be reached"],
    ['ENETUNREACH', "the host can't be reached"],
    ['ETIMEDOUT', 'nothing came in time'],
    ['UND_ERR_CONNECT_TIMEOUT', 'nothing came in time'],
    ['UND_ERR_BODY_TIMEOUT', 'nothing came in time'],
    ['UND_ERR_SOCKET', 'the server closed the connection'],
    ['ECONNRESET', 'the server closed the connection'],
    ['EPIPE', 'the server closed the connection'],
  ])('follow from %s', (code, words) => {
    expect(connectionWords(failed(withCode(code)))).toBe(words)
    expect(connectionWords(withCode(code))).toBe(words)
    expect(connectionWords(failed(failed(new AggregateError([new Error('no'), withCode(code)]))))).toBe(words)
  })

  it.each([
    ['client error (Connect): dns error: failed to lookup address', "the name can't be resolved"],
    ['client error (Connect): tcp connect error: Connection refused (os error 111)', 'the connection was refused'],
    ['client error (Connect): received corrupt message of type InvalidContentType', 'the port speaks http, not https'],
    ['client error (Connect): invalid peer certificate: UnknownIssuer', "the certificate isn't trusted"],
    ['client error (Connect): invalid peer certificate: NotValidForName', 'the certificate is of another name'],
    ['client error (Connect): tls handshake eof', 'the TLS handshake failed'],
    ['client error (SendRequest): invalid HTTP version parsed', 'the port speaks no HTTP'],
    ['client error (SendRequest): connection closed before message completed', 'the server closed the connection'],
    ['Connection reset by peer (os error 104)', 'the server closed the connection'],
    ['error reading a body from connection', 'the server closed the connection'],
    ['Fetch failed: Requests to port 6000 are blocked', 'fetch asks no server on this port'],
  ])('follow from what Deno says: %s', (message, words) => {
    expect(connectionWords(failed(new Error(message)))).toBe(words)
  })

  it('follow from what undici 7 says without a code', () => {
    const message = 'Response does not match the HTTP/1.1 protocol (Expected HTTP/, RTSP/ or ICE/)'
    expect(connectionWords(failed(new Error(message)))).toBe('the port speaks no HTTP')
  })

  it('follow from errors of another realm, such as those of Node within jest', () => {
    const error = runInNewContext("Object.assign(new Error('no'), { code: 'ECONNREFUSED' })")
    expect(connectionWords(failed(error))).toBe('the connection was refused')
  })

  it('are those of the proxy, where one failed', () => {
    const cause = withCode('ECONNREFUSED')
    expect(connectionWords(failed(new Error("the proxy can't be used", { cause })))).toBe("the proxy can't be used")
    expect(connectionWords(failed(new Error('the proxy answered 407')))).toBe('the proxy answered 407')
  })

  it('are missing where nothing tells', () => {
    const circle = new Error('Failed to fetch')
    circle.cause = circle
    for (const error of [circle, new TypeError('Load failed'), withCode('ERR_OTHER'), 'no', null, undefined]) {
      expect(connectionWords(error)).toBeUndefined()
    }
  })
})

describe('the words for what a real server does', () => {
  const raw = (listener: (socket: Socket) => void) => listen(createServer(listener))
  const wordsFor = (url: string) =>
    fetch(url)
      .then((answer) => answer.text())
      .catch(connectionWords)

  it('of http on a port that was asked for https', async () => {
    const { port } = await listenHttp((_, response) => response.end())
    expect(await wordsFor(`https://127.0.0.1:${port}`)).toBe('the port speaks http, not https')
  })

  it('of something else than HTTP', async () => {
    const { baseUrl } = await raw((socket) => socket.end('SSH-2.0-server\r\n'))
    expect(await wordsFor(baseUrl)).toBe('the port speaks no HTTP')
  })

  it.each([
    ['headers without end', `x: ${'a'.repeat(40_000)}\r\n`, 'the headers of the answer are too large'],
    ['a broken piece', 'transfer-encoding: chunked\r\n', "the answer isn't valid HTTP"],
    ['a body in no gzip', 'content-encoding: gzip\r\ncontent-length: 2\r\n', "the body can't be decompressed"],
  ])('of %s', async (_, headers, words) => {
    const answer = `HTTP/1.1 200 OK\r\n${headers}\r\n[]`
    const { baseUrl } = await raw((socket) => socket.once('data', () => socket.end(answer)))
    expect(await wordsFor(baseUrl)).toBe(words)
  })

  it('that hangs up', async () => {
    const { baseUrl } = await raw((socket) => socket.once('data', () => socket.destroy()))
    expect(await wordsFor(baseUrl)).toBe('the server closed the connection')
  })

  it('on a port that is kept for something else', async () => {
    expect(await wordsFor('http://127.0.0.1:6000')).toBe('fetch asks no server on this port')
  })

  it('that is not there', async () => {
    const { baseUrl, close } = await raw(() => {})
    await close()
    expect(await wordsFor(baseUrl)).toBe('the connection was refused')
  })
})
