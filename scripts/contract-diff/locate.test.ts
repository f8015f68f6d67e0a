import { expect, it } from 'vitest'
import { locate } from './locate.ts'
import { edited } from './testing/small-contract.ts'

const contract = edited()
const books = '#/paths/~1books/get'
const body = `${books}/responses/200/content/application~1json/schema`

it.each<[path: string, property: string | undefined, pointer: string, keyword?: string]>([
  ['#/info', 'title', '#/info', 'title'],
  ['#/security/0', undefined, '#', 'security'],
  [books, 'tags', books, 'tags'],
  [`${books}/tags/0`, undefined, books, 'tags'],
  [`${books}/x-list`, 'id', books, 'x-list'],
  [`${books}/parameters/1`, undefined, '#/components/parameters/limit'],
  [`${books}/parameters/1`, 'required', '#/components/parameters/limit', 'required'],
  [`${books}/parameters/0/schema`, 'minimum', '#/components/schemas/Page', 'minimum'],
  [`${books}/responses/400`, undefined, `${books}/responses/400`],
  [`${books}/responses/400`, 'description', '#/components/responses/BadRequest', 'description'],
  [`${books}/responses/429/headers/x-zz`, undefined, '#/components/responses/TooManyRequests/headers/x-zz'],
  [`${body}/items/properties/type`, undefined, '#/components/schemas/Book/properties/type'],
  [`${body}/items/properties/state/type`, undefined, '#/components/schemas/Book/properties/state', 'type'],
  [`${body}/items/properties/isbn`, 'x-evidence', '#/components/schemas/Book/properties/isbn', 'x-evidence'],
  [`${body}/items/properties/isbn/$ref`, 'pattern', '#/components/schemas/Isbn', 'pattern'],
  [`${body}/items/additionalProperties`, undefined, '#/components/schemas/Book', 'additionalProperties'],
  [`${body}/items/not/anyOf/0`, undefined, '#/components/schemas/Book', 'not'],
])('follows %s (%s) to where it stands', (path, property, pointer, keyword) => {
  const { value: _, ...location } = locate(path, contract, property)
  expect(location).toEqual({ pointer, ...(keyword && { keyword }) })
})
