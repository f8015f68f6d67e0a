import { describe, expect, it } from 'vitest'
import { parseErrorClasses, readErrorClasses } from './error-classes.ts'

const source = `
/** Not exported. */
class Hidden {}

/**
 * Something
 * went wrong.
 */
export class TooLateError extends BaseError {
  override readonly name = 'TooLateError'
  readonly code = 'too_late'
  /** Milliseconds. */
  declare readonly late?: number
  readonly #secret: unknown
  private readonly hidden = 1
  constructor(secret: unknown) { super(); this.#secret = secret }
  /** What came. */
  get body(): unknown { return this.#secret }
  /** For logs. */
  toJSON(): object { return {} }
}
`

describe('parseErrorClasses', () => {
  it('reads words, code and public members of what is exported', () => {
    expect(parseErrorClasses('a.ts', source)).toEqual([
      {
        name: 'TooLateError',
        description: 'Something went wrong.',
        base: 'BaseError',
        code: 'too_late',
        members: [
          { name: 'late', type: 'number', optional: true, description: 'Milliseconds.' },
          { name: 'body', type: 'unknown', optional: false, description: 'What came.' },
          { name: 'toJSON()', type: 'object', optional: false, description: 'For logs.' },
        ],
      },
    ])
  })

  it('names a class without words', () => {
    expect(() => parseErrorClasses('a.ts', 'export class A extends Error {}')).toThrow(
      'a.ts: the class A has no doc comment, which the docs show.',
    )
  })
})

it('finds one base and a code for every other class of the client', async () => {
  const classes = await readErrorClasses('src/client/errors')
  const [base, ...others] = classes.filter(({ code }) => code === undefined)
  expect(others).toEqual([])
  expect(base?.base).toBe('Error')
  const codes = classes.flatMap(({ code }) => code ?? [])
  expect(new Set(codes).size).toBe(classes.length - 1)
})
