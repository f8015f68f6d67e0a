import type { FieldFacts, operations } from '../../generated/facts.ts'
import { ascending, fields, filters as filterFields, list, organizationField, sortFields } from './fields.ts'

/** The direction of a sort, as the contract writes it. */
export type Direction = (typeof operations.listConversations.parameters.sortDirection.allowed)[number]

/** What one list of conversations asks of the store. */
export interface StoreQuery {
  organizationId: string
  /** One of the contract's fields to sort by. */
  sortBy: string
  sortDirection: Direction
  /** How many conversations to pass over. */
  offset: number
  /** How many conversations to give, at most. */
  limit: number
  /** The values that fields must have. */
  filters?: readonly Filter[]
}

/** A field, and the value that it must have, as a query parameter writes it. */
export interface Filter {
  name: string
  value: string
}

/**
 * The statements for one table. Names come from the contract and are quoted; values are always parameters.
 * `serial` is a conversation's number in the table: four bytes that stand for it where its organization and id take seventy.
 */
export function statementsFor(schema: string, isLogged: boolean) {
  const table = `${quote(schema)}.conversations`
  const keys = [...new Set([...sortFields, ...filterFields])]
    .filter((name) => name !== list.id)
    .map((name) => ({ name, column: columnFor(name), field: quote(name), type: typeFor(fields[name]) }))
  return {
    create: [
      `create schema ${quote(schema)}`,
      `create ${isLogged ? '' : 'unlogged'} table ${table} (
        serial int generated always as identity unique,
        organization_id text collate "C" not null, id text collate "C" not null, body json not null,
        ${keys.map(({ column, type }) => `${column} ${type}${type === 'text' ? ' collate "C"' : ''},`).join(' ')}
        primary key (organization_id, id) include (serial))`,
    ],
    /**
     * An index for each field to sort by, with the tie-break: read forwards or backwards it gives both directions.
     * The primary key is the one of `id`. With the serial in it, an order is read without a look at the table.
     */
    index: keys.map(
      ({ name, column }) =>
        `create index if not exists ${quote(`by_${name}`)} on ${table} (organization_id, ${column}, id) include (serial)`,
    ),
    drop: `drop schema if exists ${quote(schema)} cascade`,
    vacuum: `vacuum analyze ${table}`,
    /** $1: a JSON array of conversations. Each is kept as it was given, beside the keys that it is sorted by. */
    insert: `insert into ${table} (organization_id, id, body, ${keys.map(({ column }) => column).join(', ')})
      select key.${quote(organizationField)}, key.${quote(list.id)}, given.body, ${keys.map(({ field }) => `key.${field}`).join(', ')}
      from json_array_elements($1::json) as given (body),
        json_to_record(given.body) as key (${quote(organizationField)} text, ${quote(list.id)} text,
          ${keys.flatMap(({ name, field, type }) => (name === organizationField ? [] : [`${field} ${type}`])).join(', ')})`,
    /** $1: organization, $2: a JSON array of ids; without it, the whole organization. */
    remove: `delete from ${table} where organization_id = $1
      and ($2::json is null or id in (select json_array_elements_text($2::json)))`,
    /** $1: organization, $2: id. */
    has: `select 1 from ${table} where organization_id = $1 and id = $2`,
    /**
     * $1: organization, $2: limit, $3: offset, and then the values of the filters. The page is picked from the index alone, and only then are its bodies
     * read, so that what lies before a page costs the walk over the index and nothing else.
     */
    list: (sortBy: string, direction: Direction, filters: readonly Filter[] = []) => {
      const key = columnFor(sortBy)
      const order = direction === ascending ? 'asc' : 'desc'
      return `select body from (
          select serial from ${table} where organization_id = $1${filters.map(condition).join('')}
          order by ${key} ${order}, id ${order} limit $2::bigint offset $3::bigint) as page
        join ${table} as conversation using (serial)
        order by conversation.${key} ${order}, conversation.id ${order}`
    },
    /** $1: organization. All its serials in ascending order of the field, as bytes: four each, the highest first. */
    ranking: (sortBy: string) => `select string_agg(int4send(serial), '') as serials from (
      select serial from ${table} where organization_id = $1 order by ${columnFor(sortBy)}, id) as ranked`,
    /** $1: serials. Their conversations, in the order given. */
    pick: `select body from unnest($1::int[]) with ordinality as page (serial, place)
      join ${table} using (serial) order by place`,
  }
}

/** The values of a known set have no letter case. */
function condition({ name }: Filter, index: number): string {
  const [column, value] = [columnFor(name), `$${index + 4}::${typeFor(fields[name])}`]
  return fields[name]?.known ? ` and lower(${column}) = lower(${value})` : ` and ${column} = ${value}`
}

/** PostgreSQL folds the case of a bare name and ends it at a special character; a quoted one is only a name. */
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

const columnFor = (name: string) => (name === list.id ? 'id' : quote(`sort_${name}`))

function typeFor(field: FieldFacts | undefined): string {
  if (field?.type === 'integer' || field?.type === 'number') return 'numeric'
  if (field?.type === 'boolean') return 'boolean'
  return field?.format === 'date-time' ? 'timestamptz' : 'text'
}
