/** A name of the contract in kebab-case, as ids of clauses and flags have it: `sortBy` is `sort-by`, and so is `sort_by`. */
export const kebabCase = (name: string): string =>
  name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, '-')
    .replaceAll('_', '-')
    .toLowerCase()
