import { type Contract, pointerSegment, resolve } from '../generate/contract.ts'

/** A part of a contract with the place at which it stands. */
export interface At<T = unknown> {
  contract: Contract
  node: T
  pointer: string
}

/** The same thing in both contracts. */
export interface Pair<T = unknown> {
  was: At<T>
  is: At<T>
}

/** What a reference leads to, or the thing itself. */
export const follow = <T extends { $ref?: string }>({ contract, node, pointer }: At<T>): At<T> => ({
  contract,
  ...resolve(contract, node, pointer),
})

/** The value of a keyword as a part of its own. */
export function partOf<T, K extends keyof T & string>(
  { contract, node, pointer }: At<T>,
  keyword: K,
): At<NonNullable<T[K]>> | undefined {
  const part = node[keyword]
  return part ? { contract, node: part, pointer: `${pointer}/${pointerSegment(keyword)}` } : undefined
}

/** What a map holds, such as that of `headers`, by its names. */
export function entriesOf<T>(map: At<Record<string, T>> | undefined): Map<string, At<T>> {
  if (!map) return new Map()
  const { contract, node, pointer } = map
  return new Map(
    Object.entries(node).map(([name, entry]) => [
      name,
      { contract, node: entry, pointer: `${pointer}/${pointerSegment(name)}` },
    ]),
  )
}

/** Under each name what both have there, or one of them. */
export function* pairUp<T>(
  were: Map<string, T>,
  are: Map<string, T>,
): Generator<[name: string, was: T | undefined, is: T | undefined]> {
  for (const name of new Set([...were.keys(), ...are.keys()])) yield [name, were.get(name), are.get(name)]
}
