import { afterAll } from 'vitest'
import { describeClauses } from '../describe-clauses.ts'
import { type Sandbox, startSandbox } from './index.ts'

let sandbox: Sandbox | undefined

afterAll(() => sandbox?.close())

describeClauses('the sandbox', async () => {
  sandbox = await startSandbox()
  const [own, other] = sandbox.organizations
  return {
    baseUrl: sandbox.baseUrl,
    token: own.token,
    organizationId: own.id,
    otherToken: other.token,
    otherOrganizationId: other.id,
  }
})
