import { afterAll } from 'vitest'
import type { Clause } from '../../src/contract/index.ts'
import { describeClauses } from '../describe-clauses.ts'
import { exampleOrganization } from '../examples.ts'
import { type Mock, startMock } from './server.ts'

let mock: Mock | undefined

afterAll(() => mock?.close())

const tokens = new Set(['auth-wrong-token', 'auth-altered-token', 'auth-empty-bearer'])

function cannotShow({ id, group }: Clause): string | undefined {
  if (group === 'paging' || group === 'sorting')
    return 'the mock is stateless: page, limit and sorting do not change its answer'
  if (group === 'tenancy' || id === 'hostile-organization')
    return 'the mock answers every organization with the same example'
  return tokens.has(id) ? 'the mock takes any token' : undefined
}

describeClauses(
  'the mock',
  async () => {
    mock = await startMock()
    return { baseUrl: mock.baseUrl, token: 'made-up-token', organizationId: await exampleOrganization() }
  },
  cannotShow,
)
