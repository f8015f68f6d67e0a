import type { Reply, RequestContext } from '../sandbox/index.ts'
import { addressedId, crash, everybodysData, fault, isUnknown, sqlError, when } from './build.ts'
import type { Fault } from './fault.ts'

/** Organization ids that a careless server takes for something else than text. */
export const organizationIdFaults: readonly Fault[] = [
  odd('wildcard-percent', 'The organization % is a pattern that all match.', /^%$/),
  odd('wildcard-star', 'The organization * is a pattern that all match.', /^\*$/),
  odd('organization-injected', 'An organization id is part of a statement of the database.', /'.*(?:or|--|;)/i),
  odd('organization-undefined', 'The organizations "undefined" and "null" are everybody.', /^(?:undefined|null)$/i),
  odd('organization-path-climbs', 'Dots and slashes in an organization id walk up to everybody.', /\.\.|\//),
  odd('organization-nul', 'A NUL ends the organization id, and the rest is everybody.', /\0/),
  odd('quote-in-organization-500', 'A quote in an organization id makes the server fail.', /['"]/, crash),
  odd(
    'quote-in-organization-sql',
    'A quote in an organization id shows a statement of the database.',
    /['"]/,
    sqlError(),
  ),
  odd(
    'organization-in-html',
    'The refusal of an organization id repeats it in HTML, unescaped.',
    /['"]/,
    (context) => ({
      status: 404,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      raw: `<!doctype html><pre>Cannot GET ${addressedId(context)}</pre>`,
    }),
  ),
  odd('not-a-uuid-500', 'An organization id that is no UUID makes the server fail.', /^(?![0-9a-f-]{36}$)/i, crash),
  odd('long-organization-500', 'A long organization id makes the server fail.', /.{200}/, crash),
  odd('unicode-organization-500', 'An organization id beyond ASCII makes the server fail.', /[^\0-\x7f]/, crash),
  odd('nul-in-organization-500', 'A NUL in an organization id makes the server fail.', /\0/, crash),
  odd('slash-in-organization-500', 'An encoded slash in an organization id makes the server fail.', /\//, crash),
  odd('dots-in-organization-500', 'Dots in an organization id make the server fail.', /\.\./, crash),
  odd(
    'percent-in-organization-500',
    'A percent sign in an organization id is decoded twice, and the server fails.',
    /%/,
    crash,
  ),
]

function odd(
  name: string,
  summary: string,
  pattern: RegExp,
  change: (context: RequestContext) => Reply | Promise<Reply> = everybodysData,
): Fault {
  return fault(
    name,
    'hostile-organization',
    summary,
    when((_, context) => isUnknown(context) && pattern.test(addressedId(context)), change),
  )
}
