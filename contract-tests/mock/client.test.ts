import { afterAll } from 'vitest'
import { describeClient } from '../describe-client.ts'
import { exampleOrganization } from '../examples.ts'
import { type Mock, startMock } from './server.ts'

let mock: Mock | undefined

afterAll(() => mock?.close())

describeClient('the mock', async () => {
  mock = await startMock()
  return {
    baseUrl: mock.baseUrl,
    token: 'made-up-token',
    organizationId: await exampleOrganization(),
    stateless: 'the mock is stateless: each page is the same',
  }
})
