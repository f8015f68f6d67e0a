import type { Check } from '../clause.ts'
import { type Exchange, type Item, listOf } from '../exchange.ts'
import { listOfOperation } from '../operation.ts'
import { type Difference, difference, latestOf, newcomers, timeOf } from '../same-page.ts'
import { type Sighting, sightingsOf } from '../walk.ts'
import { ownLists } from './lists.ts'

/*
 * What an organization does while it is being checked: conversations arrive, go, and change. Before a clause accuses,
 * it asks here whether that explains what it saw. Each question costs one request, and only where there is a suspicion.
 */

/** How many items have arrived since the newest were first read: newer than all of those, and not among them. */
export async function arrivals(check: Check): Promise<number> {
  const pages = await newestPages(check)
  const before = pages.flatMap((page) => listOf(page) ?? [])
  const known = new Set(before.map(({ id }) => id))
  const hasTime = listOfOperation(check.operation)?.time !== undefined
  let arrived = 0
  for (const page of pages) {
    const latest = latestOf(before, page)
    const isYoung = (item: Item) => !hasTime || Number(timeOf(item, page)) >= latest
    const now = listOf(await check.ask.again(page.query)) ?? []
    arrived += now.filter((each) => !known.has(each.id) && isYoung(each)).length
  }
  return arrived
}

/** Where arrivals show: on the first page of the newest, or anywhere in a list that can't be turned round. */
async function newestPages({ operation, survey }: Check): Promise<Exchange[]> {
  if (listOfOperation(operation)?.order) return [await survey.newest()]
  return (await survey.wide()).pages
}

/**
 * How a later answer to the same question differs from an earlier one beyond what really arrived in between.
 * The newest items must have been read before.
 */
export async function unexplained(check: Check, earlier: Exchange, later: Exchange): Promise<Difference | undefined> {
  const found = difference(earlier, later, ownLists(check))
  const claimed = newcomers(earlier, later)
  if (found || claimed === 0) return found
  const most = (await newestPages(check)).reduce((count, page) => count + (listOf(page)?.length ?? 0), 0)
  return (await arrivals(check)) >= Math.min(claimed, most) ? undefined : 'extra'
}

/**
 * Whether an item is still where it was seen. One that was deleted, or moved by others, is missed by nobody;
 * but where a whole page of them is gone, the server is at fault.
 */
export async function isStillThere(check: Check, { item, exchange }: Sighting): Promise<boolean> {
  const again = listOf(await check.ask.again(exchange.query))
  return !again?.length || again.some(({ id }) => id === item.id)
}

/**
 * Whether pages really lack an item that was seen elsewhere: it is still there, and if it was first seen only
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
  return sightingsOf(ownLists(check)).some(({ item }) => {
    const value = item.values[field]
    const before = values.get(item.id)
    values.set(item.id, value)
    return before !== undefined && before !== value
  })
}
