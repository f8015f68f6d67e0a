import { expect, it } from 'vitest'
import type { Conversation } from '../../index.ts'
import { formatNames, formats } from './index.ts'
import { writeItem } from './write-item.ts'

it.each(formatNames)('names a conversation that is nested too deep for %s, by its page and id', (name) => {
  const meta = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)
  const conversation = { id: 'c-1\u001b[2J', meta } as unknown as Conversation
  expect(() => writeItem(formats[name], conversation, true, 7)).toThrow(
    /^the conversation c-1\S* on page 7 is nested too deep to be written$/,
  )
})
