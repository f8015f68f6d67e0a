import { expect, it } from 'vitest'
import { wrap } from './wrap.ts'

it.each([
  ['', 10, ['']],
  ['a short one', 20, ['a short one']],
  ['one two three', 7, ['one two', 'three']],
  ['see https://chat.example/backend/chat/acme there', 10, ['see https://chat.example/backend/chat/acme', 'there']],
  ['exactly ten', 11, ['exactly ten']],
  ['he said ::error::x', 10, ['he said', ': :error::x']],
])('breaks %j at %i', (text, width, lines) => expect(wrap(text, width)).toEqual(lines))
