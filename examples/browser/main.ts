/** A page that reads a whole list into a table, shows how far it is, and can be stopped. */
import { ChatError, createChatClient } from 'opencopilot-chat'

const find = <T extends Element>(selector: string) => document.querySelector(selector) as T
const form = find<HTMLFormElement>('form')
const stop = find<HTMLButtonElement>('#stop')
const status = find<HTMLElement>('[role=status]')
const rows = find<HTMLTableSectionElement>('tbody')

let reading = new AbortController()
stop.addEventListener('click', () => reading.abort())

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  reading.abort()
  reading = new AbortController()
  await readAll(new FormData(form), reading.signal)
})

async function readAll(given: FormData, signal: AbortSignal) {
  const [baseUrl, organizationId, token] = ['baseUrl', 'organizationId', 'token'].map((name) => String(given.get(name)))
  rows.replaceChildren()
  status.textContent = 'reading'
  stop.disabled = false
  let count = 0
  try {
    const chat = createChatClient({ baseUrl, token: token ?? '' })
    for await (const page of chat.pages(organizationId ?? '', { limit: 100, signal })) {
      for (const { created_at, channel, status, total_messages, summary } of page) {
        const row = rows.insertRow()
        for (const text of [created_at, channel, status, total_messages, summary]) {
          row.insertCell().textContent = String(text ?? '')
        }
      }
      count += page.length
      status.textContent = `${count} so far`
    }
    status.textContent = `${count} conversations`
  } catch (error) {
    // Another reading has begun, and the page is its own.
    if (signal !== reading.signal) return
    if (signal.aborted) status.textContent = `stopped after ${count}`
    else if (error instanceof ChatError) status.textContent = wordsFor(error)
    else throw error
  } finally {
    if (signal === reading.signal) stop.disabled = true
  }
}

/** What a person can do about it; the message itself is for the log. */
function wordsFor(error: ChatError): string {
  console.warn(error.message)
  if (error.status === 401) return 'The token is not accepted.'
  if (error.status === 403 || error.status === 404) return 'The token has no right to this organization.'
  if (error.code === 'connection_error') return "The server can't be reached from this page."
  if (error.code === 'configuration_error') return error.message
  return 'The server does not answer as it should. Try again later.'
}
