import type { Group } from '../clause.ts'
import { itemOf, listOfOperation, nounOf } from '../operation.ts'
import { type Cause, readers } from './diagnosis.ts'
import { letters } from './enveloped.ts'
import { fieldOf, namesOf, recordsIn } from './field-places.ts'

/** Fields are there, but their names are written in another way: createdAt for created_at, _id for id. */
export const renamedFields: Cause = ({ answers, check: { operation } }) => {
  const records = recordsIn(answers)
  const [first] = records
  const fields = Object.keys(itemOf(operation)?.schema.fields ?? {})
  if (!first) return undefined
  const sent = new Map(
    fields.flatMap((field) => {
      const name = Object.keys(first.values).find((key) => key !== field && letters(key) === letters(field))
      const isRenamed = records.every(({ values }) => !(field in values) && name !== undefined && name in values)
      return isRenamed && name !== undefined ? [[field, name] as const] : []
    }),
  )
  if (sent.size === 0) return undefined
  const pairs = [...sent].map(([field, name]) => `${name} for ${field}`)
  const { id } = listOfOperation(operation) ?? {}
  const isId = id !== undefined && sent.has(id)
  const { many } = nounOf(operation)
  return {
    id: 'renamed-fields',
    says: `Fields have other names than the contract gives them${isCamelCase([...sent.values()]) ? ', in camelCase' : ''}: ${namesOf(pairs)}`,
    exchanges: [first.exchange],
    explains: (finding, { group }) => sent.has(fieldOf(finding) ?? '') || (isId && byIds.includes(group)),
    ...(isId && {
      leaves: { groups: byIds, reason: `${many} can't be told apart: ${sent.get(id)} is there for ${id}` },
    }),
  }
}

/** The groups of clauses that tell items apart. */
const byIds: readonly Group[] = readers.filter((group) => group !== 'items')

const isCamelCase = (names: string[]) => names.every((name) => /^[a-z]+(?:[A-Z\d][a-z\d]*)+$/.test(name))
