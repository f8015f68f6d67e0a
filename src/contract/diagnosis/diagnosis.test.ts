import { expect, it } from 'vitest'
import type { Report } from '../report.ts'
import { testClock } from '../testing/clock.ts'
import { listOnly } from '../testing/conversations.ts'
import { hourly, type ListServer, listServer, testToken } from '../testing/list-server.ts'
import { fetchOf, json, type Received } from '../testing/server.ts'
import { verify } from '../verify.ts'

const reportOn = (handler: (request: Received) => Response): Promise<Report> =>
  verify({
    ...listOnly,
    baseUrl: 'https://chat.example',
    token: testToken,
    organizationId: 'acme',
    clock: testClock(),
    fetch: fetchOf(handler).fetch,
  })

const reportOnList = (server: ListServer) => reportOn(listServer(server))

/** What is violated beside what a diagnosis explains. */
const unexplained = ({ clauses }: Report) =>
  clauses.filter(({ verdict, explainedBy }) => verdict === 'violated' && !explainedBy).map(({ id }) => id)

const causes = ({ diagnoses }: Report) => diagnoses.map(({ id, says }) => ({ id, says }))

const html = () => new Response('<!doctype html><html>Log in</html>', { headers: { 'Content-Type': 'text/html' } })

const redirect = (location: string) => () => new Response('', { status: 301, headers: { location } })

const changed = (change: (values: Record<string, unknown>) => object) => (each: object) => ({
  ...each,
  ...change({ ...each }),
})

const renamed = (name: (field: string) => string) => (each: object) =>
  Object.fromEntries(Object.entries(each).map(([field, value]) => [name(field), value]))

const camelCase = renamed((field) => field.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()))

const time = (form: (time: Date) => unknown) =>
  changed(({ created_at }) => ({ created_at: form(new Date(`${created_at}`)) }))

/** Another order of equal keys for each page and size, as a database gives them that is not told. */
const anyOrder: ListServer['tie'] = (query) => {
  const turn = (Number(query.get('page') ?? 1) + Number(query.get('limit') ?? 10)) % 2 ? 1 : -1
  return (one, other) => (one.id < other.id ? turn : -turn)
}

it.each<[string, (request: Received) => Response, id: string, says: RegExp]>([
  [
    'redirects to the path with a slash',
    redirect('/backend/chat/acme/'),
    'redirected',
    /answered 301, a redirect to \/backend\/chat\/acme\/\. .*no slash at its end/,
  ],
  [
    'redirects to a page to log in',
    redirect('https://sso.example/login?next=secret'),
    'redirected',
    /to https:\/\/sso\.example\/login\. .*page to log in/,
  ],
  ['answers as a website', html, 'website', /page of HTML \(200\): .*Check baseUrl/],
  [
    'puts the list into an object',
    listServer({ send: (data) => json({ data, total: 57 }) }),
    'enveloped',
    /under "data": the server sends \{"data": \[…\]\}/,
  ],
  [
    'puts the list into an object in an object',
    listServer({ send: (items) => json({ result: { items }, success: true }) }),
    'enveloped',
    /under "result\.items": the server sends \{"result": \{"items": \[…\]\}\}/,
  ],
  [
    'counts pages from 0',
    listServer({ pageOf: (query) => Number(query.get('page') ?? 0) + 1 }),
    'counted-from-0',
    /page=1 is not the first page, page=0 is/,
  ],
  [
    'counts pages from 0, and refuses page 0',
    listServer({ pageOf: (query) => Number(query.get('page') ?? 1) + 1, leastPage: 2 }),
    'counted-from-0',
    /page=1 is not the first page, it begins after as many conversations as limit/,
  ],
  [
    'shows the newest first when no direction is asked for',
    listServer({ defaults: { sortDirection: 'DESC' } }),
    'default-direction',
    /^Without sortDirection .* than with sortDirection=ASC/,
  ],
  [
    'sorts without a tie-break',
    listServer({ conversations: hourly(60, 7), tie: anyOrder }),
    'no-tie-break',
    /equal created_at .* ORDER BY created_at ASC, id ASC/,
  ],
  [
    'sends numbers as texts',
    listServer({ item: changed(({ total_messages }) => ({ total_messages: String(total_messages) })) }),
    'wrong-type',
    /total_messages is a text, such as "\d+", and not an integer/,
  ],
  [
    'sends seconds since 1970',
    listServer({ item: time((date) => date.getTime() / 1000) }),
    'date-form',
    /created_at is a number of seconds since 1970, such as 17\d{8}: .*RFC 3339/,
  ],
  ['sends dates of HTTP', listServer({ item: time((date) => date.toUTCString()) }), 'date-form', /RFC 1123/],
  [
    'sends local times',
    listServer({ item: time((date) => date.toISOString().slice(0, 19)) }),
    'date-form',
    /local time without an offset/,
  ],
  [
    'writes names in camelCase',
    listServer({ item: camelCase }),
    'renamed-fields',
    /camelCase: copilotId for copilot_id, createdAt for created_at/,
  ],
  [
    'writes ids as its database does',
    listServer({ item: renamed((field) => (field === 'id' ? '_id' : field)) }),
    'renamed-fields',
    /_id for id/,
  ],
])('says the one cause of a server that %s', async (_, handler, id, says) => {
  const report = await reportOn(handler)
  expect(causes(report)).toEqual([{ id, says: expect.stringMatching(says) }])
  expect(unexplained(report)).toEqual([])
  const explained = report.clauses.filter(({ explainedBy }) => explainedBy === id)
  expect(report.diagnoses[0]?.explains).toEqual(explained.map((clause) => clause.id))
  for (const { verdict } of explained) expect(verdict).toMatch(/violated|advisory/)
  expect(JSON.stringify(report)).not.toMatch(/next=secret|have the same created_at/)
})

it('has nothing to say of a server that keeps the contract', async () => {
  const report = await reportOnList({})
  expect(report.summary).toMatchObject({ violated: 0, advisory: 0 })
  expect(report.diagnoses).toEqual([])
})

it('takes JSON for JSON, whatever type it is called', async () => {
  const headers = { 'Content-Type': 'text/html' }
  const report = await reportOnList({ send: (page) => json(page, { headers }) })
  expect(report.diagnoses).toEqual([])
  expect(unexplained(report)).toEqual(['response-content-type'])
})

it('takes no warning of PHP before the JSON for a website', async () => {
  const headers = { 'Content-Type': 'text/html' }
  const send = (page: unknown) =>
    new Response(`<br />\n<b>Warning</b>: strlen() on line <b>3</b><br />\n${JSON.stringify(page)}\n`, { headers })
  const report = await reportOnList({ send })
  expect(report.diagnoses).toEqual([])
  expect(unexplained(report)).toContain('response-json')
})

it('does not let an envelope explain that everybody is answered', async () => {
  const enveloped = listServer({ send: (data) => json({ data }) })
  const report = await reportOn(({ headers, ...request }) =>
    enveloped({
      ...request,
      headers: new Headers({ ...Object.fromEntries(headers), authorization: `Bearer ${testToken}` }),
    }),
  )
  expect(causes(report).map(({ id }) => id)).toEqual(['enveloped'])
  expect(unexplained(report)).toContain('auth-missing')
})

it.each(['past the end', 'everywhere but on the first page'])('judges 404 %s', async (where) => {
  const server = listServer({})
  const report = await reportOn((request) => {
    const { searchParams: query } = request.url
    const isFirst = Number(query.get('page') ?? 1) <= 1
    const isEmpty = (Number(query.get('page') ?? 1) - 1) * Number(query.get('limit') ?? 10) >= 57
    return isEmpty || (!isFirst && where !== 'past the end')
      ? json({ detail: 'Invalid page.' }, { status: 404 })
      : server(request)
  })
  const violated = report.clauses.filter(({ verdict }) => verdict === 'violated').map(({ id }) => id)
  const pastEnd = report.clauses.find(({ id }) => id === 'paging-past-end')
  expect(pastEnd).toMatchObject({ verdict: 'advisory' })
  if (where === 'past the end') expect(violated).toEqual([])
  else expect(violated).toContain('paging-last-page')
})
