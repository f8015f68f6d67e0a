/** Exports all conversations as NDJSON; after a failure, run it again: it goes on with the page that failed. */
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { ChatError, createChatClient } from 'opencopilot-chat'

const [file = 'conversations.ndjson'] = process.argv.slice(2)
const { OPENCOPILOT_BASE_URL: baseUrl, OPENCOPILOT_TOKEN, OPENCOPILOT_ORGANIZATION_ID } = process.env

const bookmark = `${file}.page`
const startPage = Number(await readFile(bookmark, 'utf8').catch(() => 1))
if (startPage === 1) await writeFile(file, '')

try {
  const chat = createChatClient({ token: OPENCOPILOT_TOKEN ?? '', baseUrl })
  // With another limit, the page would begin elsewhere.
  for await (const page of chat.pages(OPENCOPILOT_ORGANIZATION_ID ?? '', { limit: 100, startPage })) {
    await appendFile(file, page.map((conversation) => `${JSON.stringify(conversation)}\n`).join(''))
  }
  await rm(bookmark, { force: true })
  console.log(`complete: ${file}`)
} catch (error) {
  if (!(error instanceof ChatError)) throw error
  console.error(`error: ${error.message}`)
  process.exitCode = 1
  if (error.page !== undefined) {
    await writeFile(bookmark, String(error.page))
    console.error(`Everything before page ${error.page} is in ${file}; run this again to go on.`)
  }
}
