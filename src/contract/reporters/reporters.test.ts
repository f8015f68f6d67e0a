import { expect, it } from 'vitest'
import type { ClauseReport, Report } from '../report.ts'
import { isFailure, renderReport, reporterNames } from './index.ts'

const clause = (id: string, changes: Partial<ClauseReport> = {}): ClauseReport => ({
  id,
  operation: 'listConversations',
  group: 'paging',
  says: `The ${id} <holds> | & "more"`,
  statement: '#/components/parameters/page',
  evidence: 'documented',
  verdict: 'held',
  findings: [],
  more: 0,
  ...changes,
})

const finding = {
  severity: 'violated' as const,
  statement: '#/components/parameters/page',
  evidence: 'documented' as const,
  expected: 'an <empty> list, 100% of the time',
  actual: '3 conversations\nand a line',
  at: '/0/id',
  count: 12,
  of: 57,
  exchanges: [
    {
      method: 'GET',
      url: 'https://chat.example/x?page=2',
      status: 200,
      requestId: 'r-1',
      duration: 3,
      curl: "curl 'x'",
    },
  ],
}

const report: Report = {
  contract: { title: 'OpenCopilot chat', version: '1.2.3' },
  target: { baseUrl: 'https://chat.example', organizationId: 'acme' },
  startedAt: '2026-01-01T00:00:00.000Z',
  duration: 1234,
  requests: 7,
  summary: { held: 1, violated: 1, advisory: 1, 'not exercised': 1 },
  diagnoses: [],
  clauses: [
    clause('clause-held'),
    clause('clause-violated', { verdict: 'violated', findings: [finding], more: 4 }),
    clause('clause-advisory', {
      verdict: 'advisory',
      reason: 'seen in 1 of 3 rounds of requests',
      findings: [finding],
    }),
    clause('clause-unexercised', { verdict: 'not exercised', reason: 'no second page', group: 'sorting' }),
  ],
}

it.each(reporterNames)('says as %s all that is needed to see a violation for oneself', (name) => {
  const text = renderReport(report, name)
  for (const part of ['clause-violated', 'https://chat.example/x?page=2', '100%']) {
    expect(text.replaceAll('%25', '%').replaceAll('%3A', ':')).toContain(part)
  }
  expect(text.endsWith('\n')).toBe(true)
})

it.each(['text', 'junit', 'markdown', 'html', 'json'] as const)(
  'counts and names every clause as %s, the unexercised with its reason',
  (name) => {
    const text = renderReport(report, name)
    for (const { id } of report.clauses) expect(text).toContain(id)
    expect(text).toContain('no second page')
    expect(text).toContain('seen in 1 of 3 rounds')
  },
)

it('is data as JSON', () => {
  expect(JSON.parse(renderReport(report, 'json'))).toEqual(report)
})

it('colours the text only when told to', () => {
  expect(renderReport(report, 'text')).not.toContain('\u001b[')
})

it('fails an advisory in JUnit only when advisories fail', () => {
  expect(renderReport(report, 'junit')).toContain('failures="1"')
  expect(renderReport(report, 'junit', { failOn: 'advisory' })).toContain('failures="2"')
  expect(renderReport(report, 'junit')).toContain('<skipped message="no second page"/>')
})

it('keeps markup whole whatever a report says', () => {
  expect(renderReport(report, 'html')).not.toContain('<empty>')
  expect(renderReport(report, 'junit')).not.toContain('<empty>')
  const hostile = { ...report, clauses: [clause('x', { says: '\u0000\u001b</style><script>' })] }
  expect(renderReport(hostile, 'html')).not.toContain('<script>')
  expect(renderReport(hostile, 'junit')).not.toContain('\u0000')
})

it('puts an annotation on one line each, an advisory as a warning', () => {
  const lines = renderReport(report, 'github').trimEnd().split('\n')
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['::error', '::warning', '::notice'])
  expect(renderReport(report, 'github', { failOn: 'advisory' })).not.toContain('::warning')
})

it('puts violations before everything else as HTML, with a link to each', () => {
  const clauses = ['b-held', 'x', 'y'].map((id) => clause(id, id === 'b-held' ? {} : { verdict: 'violated' }))
  const page = renderReport({ ...report, clauses }, 'html')
  const places = [
    '<h1 class="violated">',
    'class="target"',
    '<nav ',
    'href="#x"',
    'href="#y"',
    'id="x"',
    'id="y"',
    'id="b-held"',
  ]
  const found = places.map((part) => page.indexOf(part))
  expect(found).not.toContain(-1)
  expect(found).toEqual(found.toSorted((one, other) => one - other))
})

it('asks nothing of the network as HTML', () => {
  expect(renderReport(report, 'html')).not.toMatch(/<(?:script|link|img)\b|@import|url\(/)
})

it('fails by its violations, and by its advisories when told to', () => {
  const only = (summary: Partial<Report['summary']>) => ({
    ...report,
    summary: { ...report.summary, violated: 0, advisory: 0, ...summary },
  })
  expect(isFailure(only({ violated: 1 }))).toBe(true)
  expect(isFailure(only({ advisory: 1 }))).toBe(false)
  expect(isFailure(only({ advisory: 1 }), 'advisory')).toBe(true)
  expect(isFailure(only({}), 'advisory')).toBe(false)
})

it.each(['markdown', 'html'] as const)('does not call it good as %s when nothing could be judged', (name) => {
  const ended = { reason: 'the limit of 1 requests was reached', clauses: 1 }
  const clauses = [clause('x', { verdict: 'not exercised', reason: ended.reason })]
  const summary = { held: 0, violated: 0, advisory: 0, 'not exercised': 1 }
  const text = renderReport({ ...report, ended, clauses, summary }, name)
  expect(text).toContain('Nothing could be judged')
  expect(text).not.toContain('Nothing violated')
})

it.each(reporterNames)('says as %s that a bound ended the check, and what that left', (name) => {
  const text = renderReport(
    { ...report, ended: { reason: 'the limit of 9 requests was reached', clauses: 12 } },
    name,
  ).replace(/\s+/g, ' ')
  expect(text).toContain('the limit of 9 requests was reached')
  expect(text).toMatch(/12 clauses were left|"clauses": 12/)
})

const explaining: Report = {
  ...report,
  diagnoses: [
    {
      id: 'counted-from-0',
      operation: 'listConversations',
      says: 'Pages are counted from 0: page=1 is not the first page',
      explains: ['clause-explained'],
      exchanges: finding.exchanges,
    },
  ],
  clauses: [
    ...report.clauses,
    clause('clause-explained', { verdict: 'violated', explainedBy: 'counted-from-0', findings: [finding] }),
  ],
}

it.each(reporterNames)('says a cause as %s before anything else, and names what it explains', (name) => {
  const text = renderReport(explaining, name).replaceAll('%3A', ':')
  const places = ['Pages are counted from 0', 'clause-explained', 'The clause-violated', '3 conversations'].map(
    (part) => text.indexOf(part),
  )
  expect(places).not.toContain(-1)
  if (name !== 'json') expect(places[0]).toBeLessThan(Math.min(...places.slice(1)))
})

it.each(['text', 'markdown'] as const)('says as %s where the contract says what a cause breaks', (name) => {
  const [explained] = explaining.clauses.filter(({ explainedBy }) => explainedBy)
  const clauses = [{ ...explained, statement: '#/components/schemas/Explained' }] as Report['clauses']
  const [cause] = renderReport({ ...explaining, clauses }, name).split(/^(?:items|\| )/m)
  expect(cause).toContain('#/components/schemas/Explained')
})

it.each(['text', 'github', 'markdown'] as const)('spends no finding on what is explained as %s', (name) => {
  const { clauses } = explaining
  const alone = { ...explaining, clauses: clauses.filter(({ explainedBy }) => explainedBy) }
  expect(renderReport(alone, name)).not.toContain('3 conversations')
})

it.each(reporterNames)('names operations as %s beside clauses where there are several, and nowhere else', (name) => {
  const other = clause('clause-other', { operation: 'getThing', verdict: 'violated', findings: [finding] })
  const several = renderReport({ ...report, clauses: [...report.clauses, other] }, name)
  if (name !== 'json') expect(several).toContain('getThing clause-other')
  if (name !== 'json') expect(renderReport(report, name)).not.toContain('listConversations clause')
})

it('puts what a clause says below a long name as text', () => {
  const says = 'A sentence.'
  const long = clause('a-clause-whose-name-leaves-nothing-of-the-line', { verdict: 'held', says })
  const text = (...clauses: Report['clauses']) => renderReport({ ...report, clauses }, 'text')
  expect(text(long)).toContain(`  ✓ ${long.id}\n      ${says}\n`)
  expect(text(clause('short', { says }))).toContain(`  ✓ short ${says}\n`)
})

it('puts what is violated first as text, names it in the end, and counts equal findings', () => {
  const text = renderReport(report, 'text')
  expect(text.indexOf('✗ clause-violated')).toBeLessThan(text.indexOf('✓ clause-held'))
  expect(text).toContain('\nViolated: clause-violated\n')
  expect(text).toMatch(/got .*3 conversations and a line, in 12 of 57/)
  const all = { ...finding, count: 57 }
  expect(
    renderReport({ ...report, clauses: [clause('x', { verdict: 'violated', findings: [all] })] }, 'text'),
  ).toContain('in all 57')
})

it('wraps text at 80 columns, below where it began, but for what is to be copied', () => {
  const says = `A sentence ${'of many words '.repeat(12)}that goes on`
  const curl = `curl ${'x'.repeat(100)}`
  const wide = { ...finding, expected: says, exchanges: finding.exchanges.map((each) => ({ ...each, curl })) }
  const diagnoses = explaining.diagnoses.map((each) => ({ ...each, says }))
  const clauses = [
    clause('a-clause', { verdict: 'violated', says, findings: [wide] }),
    clause('b-clause', { says, explainedBy: 'counted-from-0' }),
  ]
  const lines = renderReport({ ...report, diagnoses, clauses }, 'text').split('\n')
  expect(lines.filter((line) => line.length > 80 && !line.includes('curl'))).toEqual([])
  expect(lines.filter((line) => line.includes(curl)).length).toBeGreaterThan(0)
  const label = '  ✗ a-clause '
  const at = lines.findIndex((line) => line.startsWith(label))
  expect(lines[at + 1]).toMatch(new RegExp(`^ {${label.length}}\\S`))
})
