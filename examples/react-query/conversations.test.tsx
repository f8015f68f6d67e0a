import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import createQueries from 'openapi-react-query'
import { createChatClient } from 'opencopilot-chat'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { whyNoChromium } from '../../contract-tests/chromium.ts'
import { openPage } from '../../contract-tests/platforms/opened-page.ts'
import { buildSample } from '../../contract-tests/platforms/sample.ts'
import { type Sandbox, startSandbox } from '../../contract-tests/sandbox/index.ts'
import { operations } from '../../generated/facts.ts'
import { Conversations, pageOf } from './conversations.tsx'

/** How many conversations are on a page when nobody says. */
const { default: limit } = operations.listConversations.parameters.limit

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox({ conversations: limit + 5 })
})

afterAll(() => sandbox?.close())

it('renders on a server what was prefetched from the endpoint', async () => {
  const [{ id: organizationId, token, conversations }] = sandbox.organizations
  const $api = createQueries(createChatClient({ baseUrl: sandbox.baseUrl, token }).http)
  const queryClient = new QueryClient()
  await queryClient.prefetchQuery(pageOf({ $api, organizationId }, 1))
  const html = renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <Conversations $api={$api} organizationId={organizationId} />
    </QueryClientProvider>,
  )
  const newest = conversations
    .map(({ created_at }) => created_at)
    .sort((one, other) => Date.parse(other) - Date.parse(one))
  const shown = [...html.matchAll(/<time dateTime="([^"]*)"/g)].map(([, time]) => time)
  expect(shown).toEqual(newest.slice(0, limit))
})

it('turns pages, and shows a refusal, in a browser', async (context) => {
  if (whyNoChromium) return context.skip(whyNoChromium)
  const [{ id, token }] = sandbox.organizations
  const { page, uncaught, close } = await openPage(await buildSample('react-query', 'main.tsx'))
  const signIn = async (token: string) => {
    await page.getByLabel('Server').fill(sandbox.baseUrl)
    await page.getByLabel('Organization').fill(id)
    await page.getByLabel('Token').fill(token)
    await page.getByRole('button', { name: 'Read' }).click()
  }
  const rows = (count: number) =>
    page.waitForFunction((count) => document.querySelectorAll('li').length === count, count)

  await signIn(token)
  await rows(limit)
  await page.getByRole('button', { name: 'Older' }).click()
  await rows(5)
  await page.getByRole('button', { name: 'Older' }).click()
  await page.getByText('No more conversations.').waitFor()
  await page.getByRole('button', { name: 'Newer' }).click()
  await rows(5)

  await page.reload()
  await signIn('wrong')
  expect(await page.getByRole('alert').textContent()).toMatch(/token|unauthorized/i)
  expect(uncaught).toEqual([])
  await close()
})
