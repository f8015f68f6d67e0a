import type { Check } from '../clause.ts'
import { type Exchange, isRefused, listOf } from '../exchange.ts'
import type { OrderedList } from './sortable.ts'
import { sortedPage } from './sorted.ts'

/** A field's list from both ends: a page of default size that ascends, and one as large as the server gives that descends. */
export interface Readings {
  up: Exchange
  down: Exchange
}

/** Both ends, asked for one right after the other. */
export async function readingsOf(list: OrderedList, check: Check, field: string): Promise<Readings> {
  const { ascending, descending } = list.order
  const down = await sortedPage(list, check, field, descending, list.first, await check.survey.wideLimit())
  return { up: await sortedPage(list, check, field, ascending), down }
}

/** Both ends of a list that the server sorts by this field; undefined when it refuses to, fails, or falls back to the default. */
export async function honoured(list: OrderedList, check: Check, field: string): Promise<Readings | undefined> {
  const readings = await readingsOf(list, check, field)
  const { up, down } = readings
  if (isRefused(up) || isRefused(down) || !listOf(up)?.length || !listOf(down)?.length) return undefined
  return (await isDefaultOrder(check, down)) || (await isDefaultOrder(check, up)) ? undefined : readings
}

/** Whether a page is that of the default field, in either direction, but for a few conversations. */
export async function isDefaultOrder({ survey }: Check, exchange: Exchange): Promise<boolean> {
  const [newest] = (await survey.reversed()).pages as [Exchange]
  const [oldest] = (await survey.wide()).pages as [Exchange]
  return [newest, oldest].some((other) => isOrderOf(other, exchange))
}

/** Whether two lists begin with the same conversations but for a few, in the same order. */
function isOrderOf(one: Exchange, other: Exchange): boolean {
  const lists = [one, other].map((exchange) => (listOf(exchange) ?? []).map(({ id }) => id))
  const length = Math.min(...lists.map((ids) => ids.length))
  const [ids = [], otherIds = []] = lists.map((list) => list.slice(0, length))
  const common = ids.filter((id) => otherIds.includes(id))
  return common.length * 2 > length && common.join() === otherIds.filter((id) => ids.includes(id)).join()
}
