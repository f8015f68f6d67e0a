import { expect, it } from 'vitest'
import { backoff } from '../../client/retry-delay.ts'
import { createChatClient, defaults } from '../../index.ts'
import { maxDelay } from '../chat-options.ts'
import { createPatience, patientAttempts } from './patience.ts'

/** How often a request is sent to a server that fails. */
async function attemptsOf({ onRetry }: ReturnType<typeof createPatience>) {
  let requests = 0
  const fetch = async () => {
    requests++
    return new Response('{}', { status: 503 })
  }
  const retry = { attempts: patientAttempts, baseDelay: 0 }
  const chat = createChatClient({ token: 'made-up', baseUrl: 'https://chat.example', fetch, retry, onRetry })
  await expect(chat.listConversations('acme')).rejects.toMatchObject({ status: 503 })
  return requests
}

it('lasts for four attempts, until a page has come, be it not yet written', async () => {
  const patience = createPatience()
  expect(await attemptsOf(patience)).toBe(4)
  patience.onFirstPage()
  expect(await attemptsOf(patience)).toBe(patientAttempts)
})

it('outlasts a minute nearly always, as long as a server may count requests', () => {
  const attempts = Array.from({ length: patientAttempts - 1 }, (_, index) => index + 1)
  const waits = () =>
    attempts.map((one) => backoff(one, { ...defaults.retry, maxDelay })).reduce((sum, wait) => sum + wait)
  const enough = Array.from({ length: 2000 }, waits).filter((sum) => sum > 60_000)
  expect(enough.length).toBeGreaterThan(1900)
})
