import fc from 'fast-check'
import { marked } from 'marked'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { clauses } from '../clauses/index.ts'
import { testClock } from '../testing/clock.ts'
import { conversation, listOnly } from '../testing/conversations.ts'
import { fetchOf, json } from '../testing/server.ts'
import { verify } from '../verify.ts'
import { renderReport, reporterNames } from './index.ts'

const token = 'sk-Secret/Token+of=acme.0123456789'

/** What a server may put into its answers to get something out of a report, or into it. */
const pieces = [
  token,
  token.slice(5),
  token.slice(0, -5),
  encodeURIComponent(token),
  JSON.stringify(token),
  btoa(`Bearer ${token}`),
  token.toUpperCase(),
  '\u001b[31m',
  '\u009b31m',
  '\u0000\u0007\u007f',
  '\u202e\u2066',
  '\ufffe\uffff',
  '\ud800',
  '\n::error::owned\n',
  '\r\n##[error]owned',
  '</style></code><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '``` `` ` ```',
  '[link](https://evil.example)',
  'https://evil.example @everyone #1',
  '![image](https://evil.example/x.png)',
  '"><![CDATA[ ]]> &lt; &#0; --> %0A%0D',
  '| cell |\n\n# heading',
]

const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 20 })), {
  maxLength: 8,
})

/** A header takes what is in latin 1, but no line breaks. */
const inHeader = (value: string) =>
  [...value].filter((each) => each >= ' ' && each <= '\u00ff' && each !== '\u007f').join('')

/** A report on a server that answers with such texts wherever it can. */
function reportOn(hostile: string) {
  const headers = {
    'x-request-id': inHeader(hostile),
    'Content-Type': inHeader(hostile),
    'Cache-Control': `public, ${inHeader(hostile)}`,
  }
  const people = ['a', 'b'].map((id) =>
    conversation(id + hostile, {
      status: hostile,
      channel: hostile,
      created_at: hostile,
      copilot_id: hostile,
      [hostile]: 1,
    }),
  )
  const { fetch } = fetchOf(({ headers: sent }) =>
    json(sent.get('authorization') === `Bearer ${token}` ? people : hostile, { headers: { ...headers } }),
  )
  const options = { baseUrl: 'https://chat.example', token, organizationId: 'acme', clock: testClock(), fetch }
  return verify({ ...options, ...listOnly, showValues: true, only: judged })
}

const judged = clauses
  .filter(({ group }) => ['response', 'conversation', 'authentication'].includes(group))
  .map(({ id }) => id)

/** A part of the token, in what reads as the token. */
const hasToken = (shown: string) => {
  const plain = shown.toLowerCase()
  const secret = token.toLowerCase()
  return Array.from({ length: secret.length - 11 }, (_, at) => secret.slice(at, at + 12)).some((part) =>
    plain.includes(part),
  )
}

describe('a report on a server that answers with hostile texts', () => {
  it.each(reporterNames)('is harmless as %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(text, async (parts) => {
        const shown = renderReport(await reportOn(parts.join('')), name)
        expect(hasToken(shown)).toBe(false)
        expect(shown).not.toContain(btoa(`Bearer ${token}`).slice(12, 40))
        expect(shown).not.toMatch(/[\p{Cs}\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[^\P{Cc}\n]/u)
        if (name !== 'json') expect(shown).not.toMatch(/##(?:vso)?\[/)
        if (name !== 'github') expect(shown).not.toMatch(/^\s*::/m)
        harmless[name]?.(shown)
      }),
      { numRuns: 12 },
    )
  })
})

/** What the form itself would act on. */
const harmless: Record<string, (shown: string) => void> = {
  json: (shown) => JSON.parse(shown),
  junit: (shown) => {
    const parser = new SaxesParser()
    parser.on('error', (error) => expect.fail(error.message))
    parser.write(shown).close()
  },
  markdown: (shown) => {
    const tags = new Set(String(marked.parse(shown, { gfm: true })).match(/<[a-z][^\s/>]*/gi))
    const own = [
      'h2',
      'h3',
      'p',
      'strong',
      'em',
      'ul',
      'li',
      'code',
      'pre',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'br',
    ]
    expect([...tags].filter((tag) => !own.includes(tag.slice(1)))).toEqual([])
  },
  html: (shown) => {
    // The report's own jumps name a clause or a cause each.
    const body = shown.slice(shown.indexOf('<body>')).replace(/<a href="#[\w-]+">/g, '')
    expect(body).not.toMatch(/<(?:script|img|style|a)\b|<!\[/i)
  },
  github: (shown) => {
    for (const line of shown.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) title=/)
  },
}
