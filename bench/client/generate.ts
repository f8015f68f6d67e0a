import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'
import { generate as generateWithOrval } from 'orval'
import { bundled, dereferenced, redocly, writeContractDocuments } from '../contract-documents.ts'
import { bench, contract, made } from '../paths.ts'
import { requireProcess } from '../run-process.ts'

const clients = join(made, 'clients')

/** Generates the peers' clients from the contract, each as its documentation says. */
export async function generateClients(): Promise<void> {
  await rm(clients, { recursive: true, force: true })
  await mkdir(clients, { recursive: true })
  await writeContractDocuments()
  await generateHeyApi()
  await generateOrval()
  await generateRedocly()
}

const generateHeyApi = () =>
  createClient({
    input: bundled,
    output: join(clients, 'hey-api'),
    logs: { level: 'silent' },
    plugins: ['@hey-api/client-fetch', { name: '@hey-api/sdk', validator: { response: 'zod' } }, 'zod'],
  })

// From the dereferenced contract: of one whose responses are components its zod schemas import names that it doesn't write.
const generateOrval = () =>
  generateWithOrval(
    {
      input: { target: dereferenced },
      output: {
        target: join(clients, 'orval', 'chat.ts'),
        schemas: { path: join(clients, 'orval', 'schemas'), type: 'zod' },
        client: 'fetch',
        mode: 'single',
        baseUrl: {
          runtime: 'orvalBaseUrl',
          imports: [{ name: 'orvalBaseUrl', importPath: join(bench, 'client', 'orval-base-url.ts'), values: true }],
        },
        override: { fetch: { runtimeValidation: true, forceSuccessResponse: true } },
      },
    },
    bench,
  )

const generateRedocly = () =>
  requireProcess(process.execPath, [
    redocly,
    'generate-client',
    contract,
    ...['--output', join(clients, 'redocly', 'client.ts')],
    ...['--generator', 'typescript', '--generator', 'zod', '--import-ext', 'ts'],
  ])
