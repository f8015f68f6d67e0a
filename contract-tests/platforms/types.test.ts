import { describe, expect, it } from 'vitest'
import { parameters, schemas } from '../../generated/facts.ts'
import { openEditor } from './editor.ts'

const editor = openEditor()

const head = `
  import { ChatError, ChatApiError, type Conversation, createChatClient, type paths } from 'opencopilot-chat'
  declare const conversation: Conversation
  declare const error: unknown
  const chat = createChatClient({ token: 'any' })
`
