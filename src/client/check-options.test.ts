import { expect, it } from 'vitest'
import { checkOptions, type Rule } from './check-options.ts'

const check = (rule: Rule, value: unknown) => () => checkOptions({ zz: value }, { zz: rule })

it.each<[Rule, unknown[]]>([
  [{ type: 'integer' }, [0, -5, Number.MAX_SAFE_INTEGER]],
  [{ type: 'integer', minimum: 2, maximum: 4 }, [2, 4]],
  [{ type: 'number' }, [-0.5, 1e300]],
  [{ type: 'number', maximum: 4 }, [-1e9, 4]],
  [{ type: 'number', minimum: 0, maximum: 1 }, [0, 0.5, 1]],
  [{ type: 'boolean' }, [true, false]],
  [{ type: 'string', minLength: 1, maxLength: 2 }, ['a', '👍👍']],
  [{ type: 'object' }, [{}, Object.create(null)]],
  [{ allowed: [1, true, 'a'] }, [1, true, 'a']],
  [{}, [null, 'anything', undefined]],
])('%j allows %j', (rule, values) => {
  for (const value of [...values, undefined]) expect(check(rule, value)).not.toThrow()
})

it.each<[Rule, unknown, string]>([
  [{ type: 'integer', minimum: 2, maximum: 4 }, 5, 'a whole number from 2 to 4, not 5'],
  [{ type: 'integer', maximum: 4 }, '3', 'a whole number to 4, not "3"'],
  [{ type: 'number', minimum: 0, maximum: 1 }, 1.5, 'a number from 0 to 1, not 1.5'],
  [{ type: 'number', minimum: 0 }, Number.NaN, 'a number from 0, not NaN'],
  [{ type: 'number', minimum: 0 }, '0.5', 'a number from 0, not "0.5"'],
  [{ type: 'integer' }, 2 ** 53, 'a whole number, not 9007199254740992'],
  [{ type: 'boolean' }, 'true', 'of type boolean, not "true"'],
  [{ type: 'string' }, 1, 'of type string, not 1'],
  [{ type: 'string', minLength: 1 }, '', 'of type string and not empty, not ""'],
  [{ type: 'number', minimum: 0 }, Number.POSITIVE_INFINITY, 'a number from 0, not Infinity'],
  [{ type: 'string', maxLength: 2 }, 'abc', 'of type string and at most 2 long, not "abc"'],
  [{ type: 'object' }, null, 'of type object, not null'],
  [{ allowed: ['a', 'b'] }, 'A', 'a or b, not "A"'],
])('%j refuses %j', (rule, value, expected) => {
  expect(check(rule, value)).toThrow(`zz must be ${expected}`)
})
