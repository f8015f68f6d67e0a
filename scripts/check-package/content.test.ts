import { describe, expect, it } from 'vitest'
import { unexpectedFiles } from './content.ts'

describe('unexpectedFiles', () => {
  it.each([
    'package.json',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
    'openapi/openapi.yaml',
    'openapi/examples/bad-request.json',
    'dist/generated/facts.js',
    'dist/src/index.d.ts',
    'dist/src/client/errors/chat-error.js.map',
  ])('lets %s in', (file) => {
    expect(unexpectedFiles([file])).toEqual([])
  })

  it.each([
    'src/index.ts',
    'dist/src/index.test.js',
    'dist/src/contract/testing/server.js',
    'dist/docs/index.html',
    'dist/contract-tests/examples.js',
    'openapi/notes.txt',
    'package-lock.json',
    '.env',
  ])('keeps %s out', (file) => {
    expect(unexpectedFiles([file])).toEqual([file])
  })
})
