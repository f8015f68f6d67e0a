import type { Answer } from '../exchange.ts'
import { SecretForms } from '../secret-forms.ts'
import type { ResolvedTarget } from '../target.ts'

/** What a body gives away of the server's inside, by the traces that runtimes and databases leave. */
const traces: [what: string, pattern: RegExp][] = [
  [
    'a stack trace',
    /^\s*(?:\\n)?\s*at .+[(: ]\S+:\d+(?::\d+)?\)?$|\n\s+at \S+ ?\(?.*:\d+:\d+|\\n\s+at .{1,200}?:\d+:\d+|Traceback \(most recent call last\)|File "[^"]+", line \d+|^\s*at [\w$.]+\([\w.]+:\d+\)|goroutine \d+ \[|#\d+ \/\S+\.php\(\d+\)|"stack(?:trace)?"\s*:|^\s*at \S+\(.*\) in .+:line \d+|\.rb:\d+:in |^\s*at [\w.$]+\/[\w.$]+\([\w.]+:\d+\)/im,
  ],
  [
    'SQL or a database error',
    /\bselect\s.{1,200}?\sfrom\s.{1,200}?\swhere\s|\bselect\s+\*\s+from\s|\binsert into\s|\bupdate\s+\S+\s+set\s|syntax error at or near|unterminated quoted string|invalid input syntax for|SQLSTATE|PG::|ER_PARSE_ERROR|an error in your SQL syntax|ORA-\d{5}|SQLITE_ERROR|(?:relation|column) "[^"]+" does not exist|Unknown column '|Incorrect syntax near|near ".{0,40}": syntax error|EntityPropertyNotFoundError|query_shard_exception|Prisma\w*Error|Invalid `prisma\.|Sequelize\w*Error|QueryFailedError|TypeORMError|MongoServerError|Unclosed quotation mark/is,
  ],
  // Words that English shares with SQL count in capitals alone.
  ['SQL or a database error', /\bSELECT\s.{1,200}?\sFROM\s|\bORDER BY\s+\S+(?:\s+(?:ASC|DESC|LIMIT|OFFSET)\b|\s*$)/s],
  [
    'a path of the server',
    /(?<![\w.:/])\/(?:app|srv|usr\/src|var\/www|home\/\w+|opt)\/[\w./-]+\.(?:js|ts|py|rb|php|go|java)\b|\/node_modules\//,
  ],
  [
    'an environment variable or key',
    /\b(?:DATABASE_URL|JWT_SECRET|SECRET_KEY|AWS_SECRET_ACCESS_KEY)\b|\bDEBUG = True\b|\bECONNREFUSED \d|postgres(?:ql)?:\/\/\S+@|mongodb(?:\+srv)?:\/\/\S+@/,
  ],
]

/**
 * Markup for hostile values to carry: an error page of HTML that repeats it as it was sent would run a script as well.
 * Without a slash, so that it stays one segment of a path.
 */
export const markup = '<script opencopilot-chat>'

/** How much of an error is searched for a token that was encoded or cut. */
const furthest = 2 ** 16

/** Names what an error's body or headers give away, or give back unescaped; undefined when nothing. A list of conversations is people's own words. */
export function leakIn({ status, headers, text = '', json }: Answer, target: ResolvedTarget): string | undefined {
  const isList = status < 400
  const said = [...headers].flat().join('\n') + (isList ? '' : `\n${text.slice(0, furthest)}`)
  if (secretsOf(target).some(({ whole, forms }) => text.includes(whole) || forms.isIn(said))) return 'the token in it'
  const isHtml = /\bhtml\b/i.test(headers.get('content-type') ?? '')
  if (isHtml && text.includes(markup)) return 'markup of the request in HTML, unescaped'
  if (isList) return undefined
  // In JSON, line breaks and quotes are escaped: its texts are looked at as they read.
  const texts = [text, ...textsOf(json)]
  return traces.find(([, pattern]) => texts.some((each) => pattern.test(each)))?.[0]
}

interface Secret {
  whole: string
  forms: SecretForms
}

const known = new WeakMap<ResolvedTarget, Secret[]>()

function secretsOf(target: ResolvedTarget): Secret[] {
  const secrets =
    known.get(target) ??
    [target.token, target.otherToken].flatMap((whole) =>
      whole && isTelling(whole) ? [{ whole, forms: new SecretForms(ownPart(whole), unmistakable) }] : [],
    )
  known.set(target, secrets)
  return secrets
}

/** More than a redaction needs: what is accused must be no accident. */
const unmistakable = [[16, /^/]] as const

/** What no other token has: JWTs of one issuer begin alike, and a server may give out another one. */
const ownPart = (token: string) => /^eyJ.*\.(.{16,})$/.exec(token)?.[1] ?? token

/** A short token, or one that is a word, may stand in any text by chance. */
const isTelling = (secret: string) => secret.length >= 8 && /[^a-z_]/i.test(secret)

function textsOf(json: unknown): string[] {
  if (typeof json === 'string') return [json]
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(textsOf) : []
}
