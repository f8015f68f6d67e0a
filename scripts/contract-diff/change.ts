/** How much a change asks of those who use the contract, in the words of semantic versioning; the worst comes last. */
export const impacts = ['patch', 'minor', 'major'] as const

export type Impact = (typeof impacts)[number]

/** One difference between two contracts. */
export interface Change {
  /** Where the thing stands, references followed. Tells changes apart: two operations have a parameter `limit` each. */
  pointer: string
  /** The thing that changed, as a reader names it: "parameter `limit`", "response 200 body[].status". */
  place: string
  /** What of it changed: a keyword, or "added" or "removed" for the whole thing. */
  keyword: string
  impact: Impact
  /** What changed, as Markdown. */
  what: string
  /** Why it has that impact; absent where it goes without saying. */
  why?: string
}

/** Whether one impact asks more than another. */
export const outweighs = (one: Impact, other: Impact): boolean => impacts.indexOf(one) > impacts.indexOf(other)

/** The worst impact among changes; undefined where there are none. */
export const worstOf = (changes: Change[]): Impact | undefined =>
  impacts.findLast((impact) => changes.some((change) => change.impact === impact))
