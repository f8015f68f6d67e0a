import type { List, Order } from '../operation.ts'
import { isNumeric } from '../order.ts'

/** A list that can be sorted, and is by default. */
export type OrderedList = List & { order: Order }

export const isOrdered = (list: List): list is OrderedList => list.order !== undefined

export const numericFields = ({ order, item }: OrderedList): string[] =>
  order.fields.filter((field) => isNumeric(item, field))

/** The fields that a server may sort by beside the default: numbers first, since of them every server knows the order. */
export function sortableFields({ order, item }: OrderedList): string[] {
  const others = order.fields.filter((field) => field !== order.sortBy.default)
  return [...others.filter((field) => isNumeric(item, field)), ...others.filter((field) => !isNumeric(item, field))]
}

/** Texts of which there are few different ones, so that many items are equal. */
export const fewValuedFields = (list: OrderedList): string[] =>
  sortableFields(list).filter((field) => list.item.fields[field]?.known && !list.item.fields[field]?.nullable)
