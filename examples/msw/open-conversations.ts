/** The part of a front end that the test beside it covers. */
import { type ChatClient, ChatError } from 'opencopilot-chat'

/** How many conversations wait for somebody, in words. */
export async function openConversations(chat: ChatClient, organizationId: string): Promise<string> {
  try {
    let open = 0
    for await (const { status, handoff } of chat.conversations(organizationId)) {
      if (handoff && status.toUpperCase() === 'OPEN') open++
    }
    return open === 1 ? '1 conversation waits for you.' : `${open} conversations wait for you.`
  } catch (error) {
    if (error instanceof ChatError && error.status === 401) return 'Sign in again.'
    throw error
  }
}
