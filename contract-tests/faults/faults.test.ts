import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateConversationList } from '../../generated/validators.ts'
import {
  type Clock,
  cachedStore,
  openStore,
  type Sandbox,
  type SandboxOptions,
  type Store,
  startSandbox,
} from '../sandbox/index.ts'
import { sharedTime } from '../shared-time.ts'
import { faults, findByName, oddities, sandboxWith } from './index.ts'
import { ask, sampleRequests } from './sample-requests.ts'

let store: Store
const open: Sandbox[] = []

beforeAll(async () => {
  store = cachedStore(await openStore())
})

afterAll(async () => {
  await Promise.all(open.map((sandbox) => sandbox.close()))
  await store.close()
})

async function start(options: SandboxOptions) {
  const time = sharedTime()
  const sandbox = await startSandbox({ store, clock: time.sandbox, ...options })
  open.push(sandbox)
  return { sandbox, clock: time.check }
}

describe('the catalogue', () => {
  test('has names in kebab-case, each once', () => {
    const names = [...faults, ...oddities].map(({ name }) => name)
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('suggests the nearest name for one that it lacks', () => {
    expect(findByName(faults, 'page-ignored').name).toBe('page-ignored')
    expect(() => findByName(faults, 'page-ignord')).toThrow('did you mean "page-ignored"?')
  })
})

/** Answers of a healthy sandbox with the same conversations, so that only the seams make a difference. */
const healthy = new Map<string, Promise<string[]>>()
async function healthyAnswers(options: SandboxOptions): Promise<string[]> {
  const { sandbox, clock } = await start(options)
  const answers: string[] = []
  for (const sample of sampleRequests(sandbox)) answers.push(await ask(sandbox, clock, sample))
  return answers
}

test.concurrent.for(faults.map((fault) => [fault.name, fault] as const))('%s changes an answer', async ([, fault]) => {
  const key = JSON.stringify(fault.sandbox ?? {})
  const expected = healthy.get(key) ?? healthyAnswers(fault.sandbox ?? {})
  healthy.set(key, expected)
  const { sandbox, clock } = await start(sandboxWith(fault))
  const answers = await expected
  const samples = sampleRequests(sandbox)
  for (const [index, sample] of samples.entries()) {
    if ((await ask(sandbox, clock, sample)) !== answers[index]) return
  }
  // Some go wrong only while another request is answered.
  const together = samples.slice(0, 20)
  const mixed = await Promise.all(together.map((sample) => ask(sandbox, clock, sample)))
  if (mixed.some((answer, index) => answer !== answers[index])) return
  expect.fail('every answer is the same as without the fault')
})

test.concurrent.for(oddities.map((oddity) => [oddity.name, oddity] as const))(
  '%s keeps the contract',
  async ([, oddity]) => {
    const { sandbox, clock } = await start(sandboxWith(oddity))
    const [own] = sandbox.organizations
    const ids = new Set<string>()
    for (let page = 1, size = 1; size > 0; page += 1) {
      const response = await patientFetch(`${sandbox.baseUrl}/backend/chat/${own.id}?page=${page}`, own.token, clock)
      // Nobody documents the end of a list.
      if (page > 1 && response.status === 404) break
      expect(response.status).toBe(200)
      const conversations: unknown = await response.json()
      expect(validateConversationList(conversations), JSON.stringify(validateConversationList.errors)).toBe(true)
      if (!validateConversationList(conversations)) return
      size = conversations.length
      for (const { id } of conversations) ids.add(id)
    }
    for (const { id } of oddity.deletes ? [] : own.conversations) expect(ids.has(id)).toBe(true)
  },
)

/** Obeys a server that wants to be left alone. */
async function patientFetch(url: string, token: string, clock: Clock): Promise<Response> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  if (response.status !== 429 && response.status !== 503) return response
  await clock.sleep(1_000 * Number(response.headers.get('retry-after') ?? 0.1))
  return patientFetch(url, token, clock)
}
