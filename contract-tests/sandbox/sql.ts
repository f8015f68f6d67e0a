import { parameters } from '../../generated/facts.ts'
import { type FieldFacts, fields, sortFields } from './fields.ts'

/** The direction of a sort, as the contract writes it. */
export type Direction = 'ASC' | 'DESC'

/** What one list of conversations asks of storage. */
export interface ListQuery {
  organizationId: string
  /** One of the contract's fields to sort by. */
  sortBy: string
  sortDirection: Direction
  /** How many conversations to pass over. */
  offset: number
  /** How many conversations to give, at most. */
  limit: number
}

/** The statements for one table. Names come from the contract and are quoted; values are always parameters. */
export function statementsFor(schema: string) {
  const table = `${quote(schema)}.conversations`
  const keys = sortFields
    .filter((name) => name !== 'id')
    .map((name) => ({ column: columnFor(name), field: quote(name), type: typeFor(fields[name]) }))
  return {
    create: [
      `create schema ${quote(schema)}`,
      `create table ${table} (
        organization_id text collate "C" not null, id text collate "C" not null, body json not null,
        ${keys.map(({ column, type }) => `${column} ${type}${type === 'text' ? ' collate "C"' : ''},`).join(' ')}
        primary key (organization_id, id))`,
      `create index on ${table} (organization_id, ${columnFor(parameters.sortBy.default)}, id)`,
    ],
    drop: `drop schema if exists ${quote(schema)} cascade`,
    vacuum: `vacuum analyze ${table}`,
    /** $1: a JSON array of conversations. Each is kept as it was given, beside the keys that it is sorted by. */
    insert: `insert into ${table} (organization_id, id, body, ${keys.map(({ column }) => column).join(', ')})
      select key.copilot_id, key.id, given.body, ${keys.map(({ field }) => `key.${field}`).join(', ')}
      from json_array_elements($1::json) as given (body),
        json_to_record(given.body) as key (copilot_id text, id text,
          ${keys.map(({ field, type }) => `${field} ${type}`).join(', ')})`,
    /** $1: organization, $2: a JSON array of ids; without it, the whole organization. */
    remove: `delete from ${table} where organization_id = $1
      and ($2::json is null or id in (select json_array_elements_text($2::json)))`,
    /**
     * $1: organization, $2: limit, $3: offset. The ids are picked from the index alone, and only then the bodies of
     * one page are read, so that a deep page costs the walk over the index and nothing else.
     */
    list: (sortBy: string, direction: Direction) => {
      const key = columnFor(sortBy)
      const order = direction === 'DESC' ? 'desc' : 'asc'
      return `select body from (
          select organization_id, id from ${table} where organization_id = $1
          order by ${key} ${order}, id ${order} limit $2::bigint offset $3::bigint) as page
        join ${table} as conversation using (organization_id, id)
        order by conversation.${key} ${order}, conversation.id ${order}`
    },
  }
}

/** PostgreSQL folds the case of a bare name and ends it at a special character; a quoted one is only a name. */
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

const columnFor = (name: string) => (name === 'id' ? 'id' : quote(`sort_${name}`))

function typeFor(field: FieldFacts | undefined): string {
  if (field?.type === 'integer' || field?.type === 'number') return 'numeric'
  if (field?.type === 'boolean') return 'boolean'
  return field?.format === 'date-time' ? 'timestamptz' : 'text'
}
