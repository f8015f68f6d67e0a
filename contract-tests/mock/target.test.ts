import { afterAll, beforeAll } from 'vitest'
import type { Clause } from '../../src/contract/index.ts'
import { describeClauses } from '../describe-clauses.ts'
import { describeClient } from '../describe-client.ts'
import { exampleOrganization } from '../examples.ts'
import { type Mock, startMock } from './server.ts'

let mock: Mock

beforeAll(async () => {
  mock = await startMock()
})

afterAll(() => mock?.close())

const target = async () => ({
  baseUrl: mock.baseUrl,
  token: 'made-up-token',
  organizationId: await exampleOrganization(),
})

const tokens = new Set(['auth-wrong-token', 'auth-altered-token', 'auth-empty-bearer'])

function cannotShow({ id, group, operation }: Clause): string | undefined {
  if (group === 'paging' || group === 'sorting' || group === 'filtering')
    return 'the mock is stateless: page, limit, sorting and filters do not change its answer'
  const inPath = Object.entries(operation.parameters).filter(([, { in: place }]) => place === 'path')
  if (group === 'tenancy' || inPath.some(([name]) => id === `hostile-${name.replace(/_id$/, '')}`))
    return 'the mock answers every path with the same example'
  return tokens.has(id) ? 'the mock takes any token' : undefined
}

describeClauses('the mock', target, cannotShow)
describeClient('the mock', async () => ({
  ...(await target()),
  stateless: 'the mock is stateless: each page is the same',
}))
