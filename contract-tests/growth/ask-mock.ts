/** Asks the mock of the contract that is generated here for the paths that are given, and prints the answers as JSON. */
import { argv, stdout } from 'node:process'
import { startMock } from '../mock/server.ts'

const mock = await startMock()
const answers: { status: number; body: unknown }[] = []
for (const path of argv.slice(2)) {
  const response = await fetch(`${mock.baseUrl}${path}`, { headers: { Authorization: 'Bearer made-up-token' } })
  answers.push({ status: response.status, body: await response.json() })
}
await mock.close()
stdout.write(JSON.stringify(answers))
