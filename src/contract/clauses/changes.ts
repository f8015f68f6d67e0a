import { operations } from '../../../generated/facts.ts'
import type { Check } from '../clause.ts'
import { type Exchange, listOf } from '../exchange.ts'
import { sortKey } from '../order.ts'
import { type Difference, difference, latestOf, newcomers } from '../same-page.ts'
import { type Sighting, sightingsOf } from '../walk.ts'
import { ownLists } from './lists.ts'

const { parameters } = operations.listConversations

/*
 * What an organization does while it is being checked: conversations arrive, go, and change. Before a clause accuses,
 * it asks here whether that explains what it saw. Each question costs one request, and only where there is a suspicion.
 */

/** How many conversations have arrived since the newest were first read: newer than all of those, and not among them. */
export async function arrivals(check: Check): Promise<number> {
  const newest = await check.survey.newest()
  const before = listOf(newest) ?? []
  const known = new Set(before.map(({ id }) => id))
  const latest = latestOf(before)
  const now = listOf(await check.ask.again(newest.query)) ?? []
  return now.filter((each) => !known.has(each.id) && Number(sortKey(each, parameters.sortBy.default)) >= latest).length
}

/**
 * How a later answer to the same question differs from an earlier one beyond what really arrived in between.
 * The newest conversations must have been read before.
 */
export async function unexplained(check: Check, earlier: Exchange, later: Exchange): Promise<Difference | undefined> {
  const found = difference(earlier, later, ownLists(check))
  const claimed = newcomers(earlier, later)
  if (found || claimed === 0) return found
  const most = listOf(await check.survey.newest())?.length ?? 0
  return (await arrivals(check)) >= Math.min(claimed, most) ? undefined : 'extra'
}

/**
 * Whether a conversation is still where it was seen. One that was deleted, or moved by others, is missed by nobody;
 * but where a whole page of them is gone, the server is at fault.
 */
export async function isStillThere(check: Check, { conversation, exchange }: Sighting): Promise<boolean> {
  const again = listOf(await check.ask.again(exchange.query))
  return !again?.length || again.some(({ id }) => id === conversation.id)
}

/**
 * Whether pages really lack a conversation that was seen elsewhere: it is still there, and if it was first seen only
 * after the pages were read, nothing arrived meanwhile.
 */
export async function isLost(check: Check, pages: readonly { sequence: number }[], lost: Sighting): Promise<boolean> {
  const seenAfter = lost.exchange.sequence > (pages.at(-1)?.sequence ?? 0)
  if (seenAfter && (await arrivals(check)) > 0) return false
  return isStillThere(check, lost)
}

/** Whether the values of a field change while they are read, so that two answers can't be held against each other. */
export function isMoving(check: Check, field: string): boolean {
  const values = new Map<string, unknown>()
  return sightingsOf(ownLists(check)).some(({ conversation }) => {
    const value = (conversation as Record<string, unknown>)[field]
    const before = values.get(conversation.id)
    values.set(conversation.id, value)
    return before !== undefined && before !== value
  })
}
