import { Command } from 'commander'
import { expect, it } from 'vitest'
import type { ParameterFacts } from '../../generated/facts.ts'
import { addFilterOptions } from './filters.ts'

const parameter = (facts: Partial<ParameterFacts>): ParameterFacts => ({
  in: 'query',
  required: false,
  nullable: false,
  pointer: '#/components/parameters/zz',
  evidence: 'assumed',
  type: 'string',
  ...facts,
})

const parameters = {
  zz_state: parameter({ says: 'Only those in this state', known: ['OPEN', 'CLOSED'] }),
  zzKind: parameter({ allowed: ['good', 'bad'] }),
  zz_level: parameter({ type: 'integer', allowed: [1, 2, null] }),
  zz_flag: parameter({ type: 'boolean' }),
  zz_count: parameter({ says: 'ID of a count', type: 'integer', minimum: 0, maximum: 9 }),
  zz_score: parameter({ type: 'number', maximum: 1 }),
  zz_delta: parameter({ type: 'integer' }),
  zz_text: parameter({}),
  output: parameter({}),
  no_zz: parameter({ type: 'boolean' }),
  help: parameter({}),
  zzText: parameter({}),
}

/** A command with an option of its own and one for each parameter, and what it reads of a line. */
function command() {
  const own = new Command('zz')
    .option('--output <form>')
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  const filtersOf = addFilterOptions(own, parameters)
  const read = (...args: string[]) => {
    own.parse(args, { from: 'user' })
    return filtersOf()
  }
  return { own, read }
}

it('calls each option as the parameter, and by another name what is taken', () => {
  expect(command().own.options.map(({ flags }) => flags)).toEqual([
    '--output <form>',
    '--zz-state <value>',
    '--zz-kind <value>',
    '--zz-level <number>',
    '--zz-flag <boolean>',
    '--zz-count <number>',
    '--zz-score <number>',
    '--zz-delta <number>',
    '--zz-text <value>',
    '--filter-output <value>',
    '--filter-no-zz <boolean>',
    '--filter-help <value>',
    '--filter-zz-text <value>',
  ])
})

it('says what it is for, in the words of the contract, and what the values are', () => {
  const words = command().own.options.map(({ description }) => description)
  expect(words).toContainEqual(expect.stringMatching(/^only those in this state: OPEN, CLOSED, or another$/))
  expect(words).toContain('ID of a count')
  expect(words).toContainEqual(expect.stringMatching(/\bzzKind\b.*: good, bad$/))
})

it.each([
  [['--zz-state', 'open'], { zz_state: 'OPEN' }],
  [['--zz-state', 'Elsewhere'], { zz_state: 'Elsewhere' }],
  [['--zz-kind', 'BAD'], { zzKind: 'bad' }],
  [['--zz-level', '2'], { zz_level: 2 }],
  [['--zz-flag', 'False'], { zz_flag: false }],
  [['--zz-count', '9'], { zz_count: 9 }],
  [['--zz-score', '0.5'], { zz_score: 0.5 }],
  [['--zz-delta', '-3'], { zz_delta: -3 }],
  [
    ['--output', 'csv', '--filter-output', 'a', '--zz-text', 'b', '--filter-zz-text', 'c'],
    { output: 'a', zz_text: 'b', zzText: 'c' },
  ],
  [['--filter-no-zz', 'true'], { no_zz: true }],
  [['--output', 'csv'], {}],
])('reads %j by the type of the parameter', (args, filters) => {
  expect(command().read(...args)).toEqual(filters)
})

it.each([
  [['--zz-kind', 'badd'], /Allowed: good, bad\. Did you mean bad\?/],
  [['--zz-level', '3'], /Allowed: 1, 2\./],
  [['--zz-flag', 'yes'], /Allowed: true, false\./],
  [['--zz-count', '10'], /Allowed: a whole number from 0 to 9\./],
  [['--zz-score', '2'], /Allowed: a number of at most 1\./],
  [['--zz-delta', '1.5'], /Allowed: a whole number\./],
  [['--zz-text', ''], /Allowed: a text that is not empty\./],
])('refuses %j', (args, message) => {
  expect(() => command().read(...args)).toThrow(message)
})
