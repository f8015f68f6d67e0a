/**
 * A name of the contract in kebab-case, as ids of clauses and flags have it: `sortBy` is `sort-by`, and so are `sort_by` and
 * `sort[by]`.
 */
export const kebabCase = (name: string): string =>
  name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-(?=.)|(?<=.)-$/g, '')
    .toLowerCase()
