/** Serves the contract's examples with Prism until it is stopped. */
import { Command } from 'commander'
import { exampleOrganization, listExamples } from '../contract-tests/examples.ts'
import { startMock } from '../contract-tests/mock/server.ts'
import { defaultPorts, listenProblem, parsePort } from './port.ts'

const program = new Command('npm run mock --')
  .description(
    'Serves the examples of openapi/openapi.yaml. Stateless: page, limit and sorting do not change the answer.',
  )
  .option('--port <number>', 'port to listen on, 0 for a free one', parsePort, defaultPorts.mock)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .showHelpAfterError()
  .parse()

const { port, host } = program.opts<{ port: number; host: string }>()

try {
  const { baseUrl } = await startMock({ port, host, onViolation: (message) => console.log(`Refused: ${message}`) })
  const organizationId = await exampleOrganization()
  const names = [...(await listExamples()).keys()]
  console.log(`The mock listens on ${baseUrl}. Any bearer token will do.

  curl '${baseUrl}/backend/chat/${organizationId}' --header 'Authorization: Bearer any-token'

Choose an answer with the header Prefer:

  --header 'Prefer: example=${names.at(1)}'   (${names.join(', ')})
  --header 'Prefer: code=429'

Stop with Ctrl-C.
`)
} catch (error) {
  console.error(listenProblem(error, port, host) ?? (error instanceof Error ? error.message : String(error)))
  process.exitCode = 1
}
