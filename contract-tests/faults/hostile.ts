import { operations } from '../../generated/facts.ts'
import { kebabCase } from '../../src/text/kebab-case.ts'
import type { Reply, RequestContext, StoreQuery } from '../sandbox/index.ts'
import {
  type Change,
  crash,
  dropped,
  everybodysData,
  fault,
  late,
  nothing,
  ok,
  sqlError,
  stackTrace,
  when,
} from './build.ts'
import type { Fault } from './fault.ts'

const { parameters } = operations.listConversations

type Value = (value: string) => boolean

const isWord: Value = (value) => /[a-z]/i.test(value)
const isZero: Value = (value) => /^0+$/.test(value)
const isNegative: Value = (value) => value.trim().startsWith('-')
const isFraction: Value = (value) => /^\d+\.\d+$/.test(value)
const isEmpty: Value = (value) => value === ''
const isHuge: Value = (value) => Number(value) > 2 ** 31
const isEnormous: Value = (value) => Number(value) > Number.MAX_SAFE_INTEGER
const isUnknownField: Value = (value) => !parameters.sortBy.known.some((field) => field === value)
const isQuoted: Value = (value) => /['"`]/.test(value)
const isStatement: Value = (value) => /;|--|\bselect\b|\bdrop\b/i.test(value)
const isPath: Value = (value) => /[.[\]$]/.test(value)
const isInherited: Value = (value) => ['constructor', '__proto__', 'toString', 'hasOwnProperty'].includes(value)
const isUnknownDirection: Value = (value) => !parameters.sortDirection.allowed.some((one) => one === value)
const isLowerCase: Value = (value) => ['asc', 'desc'].includes(value)
const isLong: Value = (value) => value.length > 200

const page = of('page')
const limit = of('limit')
const sortField = of('sortBy')
const direction = of('sortDirection')

/** Parameters that can't be used, and what a careless server makes of them. */
export const hostileFaults: readonly Fault[] = [
  page('word-page-500', 'A page that is no number makes the server fail.', isWord, crash),
  page('zero-page-500', 'Page 0 makes the server fail.', isZero, crash),
  page('negative-page-500', 'A negative page makes the server fail.', isNegative, crash),
  page('fractional-page-500', 'A page with a fraction makes the server fail.', isFraction, crash),
  page('empty-page-500', 'An empty page makes the server fail.', isEmpty, crash),
  page('huge-page-500', 'A page beyond 32 bits makes the server fail.', isHuge, crash),
  page('enormous-page-500', 'A page beyond 53 bits makes the server fail.', isEnormous, stackTrace()),
  page('negative-page-sql', 'A negative page shows a statement of the database.', isNegative, sqlError()),
  page('word-page-everybodys-data', "A page that is no number gives everybody's list.", isWord, everybodysData),
  page('zero-page-everybodys-data', "Page 0 gives everybody's list.", isZero, everybodysData),
  page('word-page-null', 'A page that is no number gives null.', isWord, nothing),
  page('negative-page-hangs', 'A negative page is answered after five seconds.', isNegative, late),
  page('huge-page-hangs', 'A huge page is answered after five seconds.', isHuge, late),
  limit('word-limit-500', 'A limit that is no number makes the server fail.', isWord, crash),
  limit('zero-limit-500', 'Limit 0 makes the server fail.', isZero, crash),
  limit('negative-limit-500', 'A negative limit makes the server fail.', isNegative, crash),
  limit('fractional-limit-500', 'A limit with a fraction makes the server fail.', isFraction, crash),
  limit('empty-limit-500', 'An empty limit makes the server fail.', isEmpty, crash),
  limit('word-limit-trace', 'A limit that is no number shows how the server failed.', isWord, stackTrace()),
  limit('negative-limit-everybodys-data', "A negative limit gives everybody's list.", isNegative, everybodysData),
  limit('zero-limit-everybodys-data', "Limit 0 gives everybody's list.", isZero, everybodysData),
  limit('zero-limit-null', 'Limit 0 gives null.', isZero, nothing),
  limit('word-limit-dropped', 'A limit that is no number breaks the connection.', isWord, dropped),
  sortField('unknown-field-500', 'A field that nobody can sort by makes the server fail.', isUnknownField, crash),
  sortField(
    'unknown-field-sql',
    'A field that nobody can sort by shows a statement of the database.',
    isUnknownField,
    sqlError(),
  ),
  sortField(
    'unknown-field-sql-400',
    'The refusal of a field shows a statement of the database.',
    isUnknownField,
    sqlError(400),
  ),
  sortField('empty-field-500', 'An empty field to sort by makes the server fail.', isEmpty, crash),
  sortField('quote-in-field-500', 'A quote in the field to sort by makes the server fail.', isQuoted, crash),
  sortField(
    'statement-in-field-500',
    'A statement in the field to sort by makes the server fail.',
    isStatement,
    sqlError(),
  ),
  sortField(
    'statement-in-field-runs',
    "A statement in the field to sort by gives everybody's list.",
    isStatement,
    everybodysData,
  ),
  sortField(
    'quote-in-field-everybodys-data',
    "A quote in the field to sort by gives everybody's list.",
    isQuoted,
    everybodysData,
  ),
  sortField('path-in-field-500', 'A path in the field to sort by makes the server fail.', isPath, crash),
  sortField(
    'inherited-field-500',
    "A field that is a name of the language's own makes the server fail.",
    isInherited,
    stackTrace(),
  ),
  sortField('long-field-500', 'A long field to sort by makes the server fail.', isLong, crash),
  sortField('unknown-field-null', 'A field that nobody can sort by gives null.', isUnknownField, nothing),
  sortField(
    'statement-in-field-sleeps',
    'A statement in the field to sort by runs, and takes five seconds.',
    isStatement,
    late,
  ),
  direction('unknown-direction-500', 'An unknown direction makes the server fail.', isUnknownDirection, crash),
  direction('lower-case-direction-500', 'A direction in lower case makes the server fail.', isLowerCase, crash),
  direction('empty-direction-500', 'An empty direction makes the server fail.', isEmpty, crash),
  direction(
    'unknown-direction-sql',
    'An unknown direction shows a statement of the database.',
    isUnknownDirection,
    sqlError(),
  ),
  direction(
    'statement-in-direction-runs',
    "A statement in the direction gives everybody's list.",
    isStatement,
    everybodysData,
  ),
  direction('unknown-direction-null', 'An unknown direction gives null.', isUnknownDirection, nothing),
  direction(
    'unknown-direction-trace',
    'An unknown direction shows how the server failed.',
    isUnknownDirection,
    stackTrace(),
  ),
  page('zero-page-empty', 'Page 0 is empty.', isZero, anotherPage({ limit: 0 })),
  page(
    'negative-page-another',
    'A negative page gives conversations of another page.',
    isNegative,
    anotherPage({ offset: 13 }),
  ),
  page('word-page-another', 'A page that is no number gives another page.', isWord, anotherPage({ offset: 20 })),
  limit('negative-limit-empty', 'A negative limit gives nothing.', isNegative, anotherPage({ limit: 0 })),
  limit('word-limit-one', 'A limit that is no number gives one conversation.', isWord, anotherPage({ limit: 1 })),
  sortField(
    'unknown-field-unsorted',
    'A field that nobody can sort by gives another order.',
    isUnknownField,
    anotherPage({ sortBy: 'id' }),
  ),
  direction(
    'unknown-direction-unsorted',
    'An unknown direction gives another order.',
    isUnknownDirection,
    anotherPage({ sortDirection: 'DESC' }),
  ),
  sortField('field-in-html', 'The refusal of a field repeats it in HTML, unescaped.', isUnknownField, inHtml),
  page('page-in-html', 'The refusal of a page repeats it in HTML, unescaped.', isWord, inHtml),
  direction(
    'direction-in-html',
    'The refusal of a direction repeats it in HTML, unescaped.',
    isUnknownDirection,
    inHtml,
  ),
  repeated('repeated-parameter-500', 'A parameter that is given twice makes the server fail.', crash),
  repeated('repeated-parameter-trace', 'A parameter that is given twice shows how the server failed.', stackTrace()),
  repeated(
    'repeated-parameter-everybodys-data',
    "A parameter that is given twice gives everybody's list.",
    everybodysData,
  ),
  repeated('repeated-parameter-null', 'A parameter that is given twice gives null.', nothing),
  repeated('repeated-parameter-dropped', 'A parameter that is given twice breaks the connection.', dropped),
  fault(
    'repeated-page-500',
    'hostile-repeated',
    'A page that is given twice makes the server fail.',
    when((query) => query.getAll('page').length > 1, crash),
  ),
  fault(
    'repeated-sort-500',
    'hostile-repeated',
    'A field to sort by that is given twice makes the server fail.',
    when((query) => query.getAll('sortBy').length > 1, crash),
  ),
]

type QueryParameter = Exclude<keyof typeof parameters, 'organization_id'>

function of(parameter: QueryParameter) {
  const noticedBy = `hostile-${kebabCase(parameter)}`
  return (name: string, summary: string, test: Value, change: Change): Fault => {
    const seams = when((query) => {
      const values = query.getAll(parameter)
      return values.length === 1 && values.every(test)
    }, change)
    return fault(name, noticedBy, summary, seams)
  }
}

function repeated(name: string, summary: string, change: Change): Fault {
  return fault(
    name,
    'hostile-repeated',
    summary,
    when((query) => new Set(query.keys()).size < [...query.keys()].length, change),
  )
}

/** Conversations of the caller, but others than those of the first page. */
function anotherPage(change: Partial<StoreQuery>): Change {
  const query = { sortBy: parameters.sortBy.default, sortDirection: parameters.sortDirection.default, offset: 0 }
  return async ({ caller, store }) =>
    ok(await store.list({ ...query, limit: parameters.limit.default, organizationId: caller?.id ?? '', ...change }))
}

/** An error page that repeats what was sent as it was sent. */
function inHtml({ request }: RequestContext): Reply {
  const sent = [...request.query.values()].join(' ')
  return { status: 400, headers: { 'Content-Type': 'text/html' }, raw: `<h1>Bad request</h1><p>Can't use ${sent}</p>` }
}
