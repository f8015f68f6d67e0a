import { expect, it } from 'vitest'
import { placeOf } from './place-of.ts'

it.each([
  ['#', 'contract'],
  ['#/info/license', 'info.license'],
  ['#/servers/0', 'server'],
  ['#/servers/1', 'server 2'],
  ['#/components/securitySchemes/token', 'security scheme `token`'],
  ['#/components/schemas/Unused/properties/id', 'schema `Unused` properties id'],
  ['#/paths/~1books~1{book}', 'path `/books/{book}`'],
])('calls %s by the name %s', (pointer, place) => {
  expect(placeOf(pointer)).toBe(place)
})
