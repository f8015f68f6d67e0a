import { conversation, parameters } from '../../../generated/facts.ts'
import { isNumeric } from '../order.ts'

const { sortBy } = parameters

/** Fields that a server may sort by beside the default, and that are in every conversation. */
const sortable = sortBy.known.filter((field) => field !== sortBy.default && !conversation.fields[field].nullable)

export const numeric = sortable.filter(isNumeric)

export const yesOrNo = sortable.filter((field) => conversation.fields[field].type === 'boolean')

/** Texts of which there are few different ones, so that many conversations are equal. */
export const fewValued = sortable.filter((field) => 'known' in conversation.fields[field])
