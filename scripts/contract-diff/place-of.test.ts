import { expect, it } from 'vitest'
import { readContract } from '../generate/contract.ts'
import { placeOf } from './place-of.ts'

const contract = await readContract('openapi/openapi.yaml')
const operation = '#/paths/~1backend~1chat~1{organization_id}/get'
const body = `${operation}/responses/200/content/application~1json/schema`

it.each<[string, string, string?]>([
  ['#/info/license', 'info.license'],
  ['#/servers/0', 'server'],
  ['#/servers/1', 'server 2'],
  ['#/security/0', 'security', 'security'],
  ['#/components/securitySchemes/bearerToken', 'security scheme `bearerToken`'],
  ['#/paths/~1backend~1chat~1{organization_id}', 'path `/backend/chat/{organization_id}`'],
  [operation, 'operation `GET /backend/chat/{organization_id}`'],
  [`${operation}/security/0`, 'security', 'security'],
  [`${operation}/x-codeSamples/0`, 'operation `GET /backend/chat/{organization_id}`', 'x-codeSamples'],
  [`${operation}/parameters/2`, 'parameter `limit`'],
  [`${operation}/parameters/2/schema`, 'parameter `limit`'],
  [`${operation}/parameters/9`, 'parameter `9`'],
  [`${operation}/responses/429`, 'response 429'],
  [`${operation}/responses/429/headers`, 'response 429 headers'],
  [`${operation}/responses/429/headers/Retry-After/schema`, 'response 429 header `Retry-After`'],
  [`${operation}/responses/200/content/application~1json/examples/empty`, 'response 200 example `empty`'],
  [body, 'response 200 body'],
  [`${body}/items`, 'response 200 body[]'],
  [`${body}/items/properties/meta/properties/title`, 'response 200 body[].meta.title'],
  [`${body}/items/properties/status/x-extensible-enum`, 'response 200 body[].status', 'x-extensible-enum'],
  [`${body}/items/properties/summary/x-evidence-of`, 'response 200 body[].summary', 'x-evidence-of'],
])('calls %s by the name %s', (pointer, place, keyword) => {
  expect(placeOf(pointer, contract)).toEqual({ place, ...(keyword && { keyword }) })
})
