/** Exports all conversations of an organization as NDJSON, page by page: the next page waits for the disk. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ChatError, createChatClient } from 'opencopilot-chat'

const [file = 'conversations.ndjson'] = process.argv.slice(2)
const { OPENCOPILOT_BASE_URL: baseUrl, OPENCOPILOT_TOKEN, OPENCOPILOT_ORGANIZATION_ID } = process.env

async function* lines() {
  const chat = createChatClient({ token: OPENCOPILOT_TOKEN ?? '', baseUrl })
  let count = 0
  for await (const page of chat.pages(OPENCOPILOT_ORGANIZATION_ID ?? '', { limit: 100 })) {
    yield page.map((conversation) => `${JSON.stringify(conversation)}\n`).join('')
    count += page.length
  }
  console.log(`${count} conversations in ${file}`)
}

try {
  await pipeline(lines, createWriteStream(file))
} catch (error) {
  if (!(error instanceof ChatError)) throw error
  console.error(`error: ${error.message}`)
  process.exitCode = 1
}
