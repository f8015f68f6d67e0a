/** What the runtimes' codes mean, and where there is none, as in Deno, their phrases. The first that fits counts: a failed handshake may name the certificate too. */
const meanings: readonly [code: RegExp, words: string][] = [
  [/NOTFOUND|EAI_|dns /, "the name can't be resolved"],
  [/refused/i, 'the connection was refused'],
  [/WRONG_V|PACKET_L|InvalidC/, 'the port speaks http, not https'],
  [/SSL|EPROTO|tls /, 'the TLS handshake failed'],
  [/EXPIRED|Expired/, 'the certificate has expired'],
  [/ALTNAME|NotValid/, 'the certificate is of another name'],
  [/CERT|UNABLE|certificate/, "the certificate isn't trusted"],
  [/OVERFLOW/, 'the headers of the answer are too large'],
  [/LENGTH_MIS/, "the body isn't as long as its headers say"],
  [/^Z_|_ERROR_FORMAT/m, "the body can't be decompressed"],
  [/INVALID_CONSTANT|Expected HTTP|HTTP version/, 'the port speaks no HTTP'],
  [/HPE_|HTTP\//, "the answer isn't valid HTTP"],
  [/UNREACH/, "the host can't be reached"],
  [/TIMED?OUT/, 'nothing came in time'],
  [/RESET|PIPE|SOCKET|closed|body from connection/i, 'the server closed the connection'],
  [/bad port|port \d+ are blocked/, 'fetch asks no server on this port'],
]

/** Why there was no answer, or no whole one, in words that a person knows; undefined where nothing tells, as in a browser. */
export function connectionWords(error: unknown): string | undefined {
  const text = told(error)
  // nodeFetch has put the failures of a proxy into words.
  return /the proxy .*/.exec(text)?.[0] ?? meanings.find(([code]) => code.test(text))?.[1]
}

/** The codes of an error and of all that it came from, or their messages. Several addresses of one name fail with an error each. */
function told(error: unknown, depth = 0): string {
  if (!error || depth > 5) return ''
  // No `instanceof`: an error may be of another realm.
  const { code, message, cause, errors } = Object(error)
  return [code ?? message, ...[cause].concat(errors).map((one) => told(one, depth + 1))].join('\n')
}
