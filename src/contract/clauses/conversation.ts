import { operations, schemas } from '../../../generated/facts.ts'
import { type Violation, validateConversationList } from '../../../generated/validators.ts'
import { type Check, type Clause, type Finding, notExercised, severityOf } from '../clause.ts'
import { keywordOf, type StatementFacts } from '../evidence.ts'
import { type Exchange, isRecord, itemsOf } from '../exchange.ts'
import { type Sighting, sightingsOf } from '../walk.ts'
import { type FieldFacts, fieldFindings } from './field-rules.ts'
import { allOwnLists } from './lists.ts'

const { parameters } = operations.listConversations
const conversation = schemas.Conversation
const list = schemas.ConversationList

const fields: Record<string, FieldFacts> = conversation.fields

/** Every page of the target's own list that is an array, whatever its items are. */
async function pages(check: Check): Promise<Exchange[]> {
  await check.survey.forward()
  await check.survey.reversed()
  return allOwnLists(check).filter((exchange) => exchange.answer?.status === 200 && itemsOf(exchange)?.length)
}

const noConversations = notExercised('no list with a conversation was answered')

/** One clause a field: present, of its type and form, within its bounds and its set, and there only when it should be. */
const fieldClauses: Clause[] = Object.entries(fields).map(([name, facts]) => ({
  id: `conversation-${name.replaceAll('_', '-')}`,
  group: 'conversation',
  says: saysOf(name, facts),
  statement: facts,
  severity: 'violated',
  last: true,
  async judge(check) {
    const exchanges = await pages(check)
    if (exchanges.length === 0) return noConversations
    return exchanges.flatMap((exchange) => [
      ...schemaFindings(exchange, name, facts, check),
      ...fieldFindings(exchange, name, facts, check),
    ])
  },
}))

function saysOf(name: string, facts: FieldFacts): string {
  const kind = facts.format ?? facts.type
  const parts = [
    `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}${facts.nullable ? ' or null' : ''}`,
    ...(facts.minimum === undefined ? [] : [`at least ${facts.minimum}`]),
    ...(facts.known ? [`one of ${facts.known.join(', ')}`] : []),
    ...(facts.availableWhen ? [`available only with ${facts.availableWhen}`] : []),
  ]
  return `${name} is ${facts.required ? 'present' : 'optional'}: ${parts.join(', ')}`
}

const shape: Clause = {
  id: 'conversation-shape',
  group: 'conversation',
  says: 'Each item of the list is a JSON object',
  statement: { pointer: list.pointer, evidence: list.evidence },
  severity: 'violated',
  last: true,
  async judge(check) {
    const exchanges = await pages(check)
    if (exchanges.length === 0) return noConversations
    return exchanges.flatMap((exchange) =>
      (itemsOf(exchange) ?? []).flatMap((item, index) =>
        isRecord(item)
          ? []
          : [{ expected: 'an object', actual: check.show(item), exchanges: [exchange], at: `/${index}` }],
      ),
    )
  },
}

const violationsOf = new WeakMap<Exchange, Violation[]>()

/** So many violations of one field are kept of one page. A hostile page has hundreds of thousands. */
const mostOfAField = 100

/** What the generated validator says about a page, validated once however many clauses ask. */
function violations(exchange: Exchange): Violation[] {
  const found =
    violationsOf.get(exchange) ??
    (validateConversationList(itemsOf(exchange)) ? [] : firstOfEachField(validateConversationList.errors ?? []))
  violationsOf.set(exchange, found)
  return found
}

function firstOfEachField(errors: Violation[]): Violation[] {
  const counts = new Map<string | undefined, number>()
  return errors.filter((error) => {
    const field = fieldOf(error)
    const count = (counts.get(field) ?? 0) + 1
    counts.set(field, count)
    return count <= mostOfAField
  })
}

/** The field that a violation is about, also when it is missing. */
function fieldOf({ instancePath, keyword, params }: Violation): string | undefined {
  const [, , name] = instancePath.split('/')
  return name ?? (keyword === 'required' ? String(params.missingProperty) : undefined)
}

function schemaFindings(exchange: Exchange, field: string, facts: StatementFacts, { show }: Check): Finding[] {
  return violations(exchange).flatMap((violation) => {
    if (fieldOf(violation) !== field) return []
    const { instancePath, keyword, params } = violation
    const [, index = '', name, ...inner] = instancePath.split('/')
    const missing = name === undefined
    const statement = missing
      ? keywordOf({ ...conversation, evidence: facts.evidence }, 'required')
      : statementOf(facts, keyword, inner)
    const item = (itemsOf(exchange)?.[Number(index)] ?? {}) as Record<string, unknown>
    const value = inner.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], item[field])
    return {
      statement,
      severity: missing ? ('violated' as const) : severityOf(statement.evidence),
      expected: missing ? `${field} to be present` : expectation(keyword, params),
      actual: missing ? 'absent' : show(value, inner.length > 0 ? inner.join('.') : field),
      exchanges: [exchange],
      at: missing ? `/${index}/${field}` : instancePath,
    }
  })
}

/** Members of a field that the reference page doesn't list are known from elsewhere only. */
function statementOf(facts: StatementFacts, keyword: string, inner: string[]) {
  if (inner.length === 0) return { ...keywordOf(facts, keyword), evidence: keywordOf(facts, keyword).evidence }
  return { pointer: `${facts.pointer}/properties/${inner.join('/properties/')}`, evidence: 'history' as const }
}

function expectation(keyword: string, params: Record<string, unknown>): string {
  if (keyword === 'type') return [params.type].flat().join(' or ')
  if (keyword === 'format') return `a ${params.format} as in RFC 3339, with its offset`
  if (keyword === 'enum') return `one of ${[params.allowedValues].flat().join(', ')}`
  if ('limit' in params) return `${keyword} ${params.limit}`
  return `to keep ${keyword}`
}

const uniqueIds: Clause = {
  id: 'conversation-unique-ids',
  group: 'conversation',
  says: 'No two conversations share an id',
  statement: conversation.fields.id,
  severity: 'violated',
  last: true,
  async judge(check) {
    const exchanges = await pages(check)
    if (exchanges.length === 0) return noConversations
    return [...exchanges.flatMap(twiceOnAPage), ...twoTimes(exchanges)]
  },
}

function twiceOnAPage(exchange: Exchange): Finding[] {
  const seen = new Map<unknown, number>()
  return (itemsOf(exchange) ?? []).flatMap((item, index) => {
    const id = isRecord(item) ? item.id : undefined
    if (id === undefined) return []
    const first = seen.get(id)
    if (first === undefined) {
      seen.set(id, index)
      return []
    }
    return [
      {
        expected: 'an id of its own',
        actual: `the id of item ${first} again`,
        exchanges: [exchange],
        at: `/${index}/id`,
      },
    ]
  })
}

/** A conversation has one creation time. An id with two is two conversations, or a server that makes times up. */
function twoTimes(exchanges: Exchange[]): Finding[] {
  const first = new Map<string, Sighting>()
  for (const sighting of sightingsOf(exchanges)) {
    const { id, created_at } = sighting.conversation
    const before = first.get(id) ?? sighting
    first.set(id, before)
    if (before.conversation.created_at === created_at) continue
    return [
      {
        expected: 'one creation time for one id',
        actual: 'another one than before',
        exchanges: [before.exchange, sighting.exchange],
        at: `/${sighting.index}/created_at`,
      },
    ]
  }
  return []
}

const organization: Clause = {
  id: 'conversation-organization',
  group: 'conversation',
  says: 'Every conversation belongs to the organization that was asked for',
  statement: conversation.fields.copilot_id,
  severity: 'violated',
  last: true,
  async judge(check) {
    const exchanges = await pages(check)
    if (exchanges.length === 0) return noConversations
    const own = check.target.organizationId.toLowerCase()
    return exchanges.flatMap((exchange) =>
      (itemsOf(exchange) ?? []).flatMap((item, index) => {
        const id = isRecord(item) ? item.copilot_id : undefined
        if (typeof id !== 'string' || id.toLowerCase() === own) return []
        return [
          {
            expected: `the copilot_id to be the ${parameters.organization_id.in} parameter organization_id`,
            actual: 'the id of another organization',
            exchanges: [exchange],
            at: `/${index}/copilot_id`,
          },
        ]
      }),
    )
  },
}

export const conversationClauses: Clause[] = [shape, ...fieldClauses, uniqueIds, organization]
