import { fileURLToPath } from 'node:url'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faults, findByName, sandboxWith } from '../faults/index.ts'
import { openStore, type SandboxOptions, type Store, startSandbox } from '../sandbox/index.ts'
import { startPrismProxy } from './prism-proxy.ts'

const contractFile = fileURLToPath(new URL('../../openapi/openapi.yaml', import.meta.url))

let store: Store
let operations: Awaited<ReturnType<typeof getHttpOperationsFromSpec>>
beforeAll(async () => {
  store = await openStore()
  operations = await getHttpOperationsFromSpec(contractFile)
})
afterAll(() => store?.close())

/** Asks a sandbox through Prism's validation proxy, and gives each status with what Prism says of it. */
async function throughPrism(options: SandboxOptions, requests: readonly [query: string, authorization?: string][]) {
  const sandbox = await startSandbox({ store, ...options })
  const [{ id, token }] = sandbox.organizations
  const proxy = await startPrismProxy(operations, sandbox.baseUrl)
  try {
    const answers: [status: number, violations: string | null][] = []
    for (const [query, authorization = `Bearer ${token}`] of requests) {
      const response = await fetch(`${proxy.baseUrl}/backend/chat/${id}?${query}`, { headers: { authorization } })
      await response.arrayBuffer()
      answers.push([response.status, response.headers.get('sl-violations')])
    }
    return answers
  } finally {
    await proxy.close()
    await sandbox.close()
  }
}

test("the sandbox passes Prism's validation proxy", async () => {
  const pages = ['', 'page=2', 'page=6&limit=10', 'limit=100', 'page=999', 'sortBy=total_messages&sortDirection=DESC']
  const answers = await throughPrism({}, [...pages.map((query): [string] => [query]), ['', 'Bearer wrong']])
  expect(answers).toEqual([...pages.map(() => [200, null]), [401, null]])
})

test("Prism's validation proxy notices a sandbox that breaks the schema", async () => {
  const fault = findByName(faults, 'wrong-type-handoff')
  const [[, violations] = []] = await throughPrism(sandboxWith(fault), [['']])
  expect(violations).toContain('handoff')
})
