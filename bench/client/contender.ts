/** Where a contender reads, as whom, and whose conversations. */
export interface Place {
  baseUrl: string
  token: string
  organizationId: string
}

/** Told of every conversation, once each. */
export type Visit = (conversation: { readonly id: string }) => void

/** Reads all conversations, by pages of `limit`. */
export type Drain = (limit: number, visit: Visit) => Promise<void>

/** Sets a client up, as its own documentation does. Each file in `contenders/` exports one as its default. */
export type Contender = (place: Place) => Drain
