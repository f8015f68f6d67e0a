import { afterAll, beforeAll } from 'vitest'
import { describeClauses } from '../describe-clauses.ts'
import { describeClient } from '../describe-client.ts'
import { type Sandbox, startSandbox, targetOf } from './index.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startSandbox()
})

afterAll(() => sandbox?.close())

describeClauses('the sandbox', async () => targetOf(sandbox))
describeClient('the sandbox', async () => targetOf(sandbox))
