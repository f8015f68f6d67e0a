import { afterAll } from 'vitest'
import { describeClient } from '../describe-client.ts'
import { type Sandbox, startSandbox } from './index.ts'

let sandbox: Sandbox | undefined

afterAll(() => sandbox?.close())

describeClient('the sandbox', async () => {
  sandbox = await startSandbox()
  const [{ id, token }] = sandbox.organizations
  return { baseUrl: sandbox.baseUrl, token, organizationId: id }
})
