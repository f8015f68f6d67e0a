import { describe, expect, it } from 'vitest'
import { schemas } from '../../../generated/facts.ts'
import { conversation } from '../../contract/testing/conversations.ts'
import { painter } from '../colour.ts'
import { widthOf } from '../text/fit.ts'
import { renderConversations } from './conversation-table.ts'

const rows = [
  conversation('5003584a-be1f-4754-a0c7-703f48589e03', { total_messages: 9 }),
  conversation('c-2', {
    total_messages: 1000,
    handoff: true,
    summary: '返品したいです。'.repeat(20),
    status: '開いている',
  }),
  conversation('c-3', { summary: `\u001b[2J${'👩‍👩‍👧‍👦'.repeat(50)}`, handoff: true, handoff_sentiment: 'angry' }),
]
const plain = (width: number) => renderConversations(rows, width, painter(false))

describe('renderConversations', () => {
  it('fits every width, whatever is in a row', () => {
    for (let width = 1; width <= 250; width += 1) {
      for (const line of plain(width).trimEnd().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(width)
    }
  })

  it('shows what matters most in 80 columns', () => {
    expect(plain(80)).toBe(
      [
        'created (UTC)     id         channel  status      messages  summary',
        '2024-06-03 11:57  5003584a…  web      OPEN               9',
        '2024-06-03 11:57  c-2        web      開いている      1000  返品したいです。返…',
        '2024-06-03 11:57  c-3        web      OPEN               1  ␛[2J👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦…',
        '',
      ].join('\n'),
    )
  })

  it('shows whole ids and all columns where nothing limits it', () => {
    const [header = '', first = ''] = plain(Number.POSITIVE_INFINITY).split('\n')
    // Without the organization, which is the same everywhere, and the metadata.
    expect(header.split(/ {2,}/)).toHaveLength(Object.keys(schemas.Conversation.fields).length - 2)
    expect(first).toContain('5003584a-be1f-4754-a0c7-703f48589e03')
  })

  it('lets nothing act on the terminal', () => {
    expect(plain(Number.POSITIVE_INFINITY)).not.toMatch(/(?!\n)\p{Cc}/u)
  })

  it('shows that a value is there which is nested too deep to be written', () => {
    const status = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
    expect(renderConversations([conversation('c-1', { status })], 80, painter(false))).toMatch(/ … /)
  })

  it('styles only when asked to', () => {
    const styled = renderConversations(rows, 80, painter(true))
    expect(styled).toContain('\u001b[1mcreated (UTC)')
    expect(styled).not.toContain('\u001b[2J')
  })
})
