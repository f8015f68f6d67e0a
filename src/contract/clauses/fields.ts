import type { FieldFacts, OperationFacts, SchemaFacts } from '../../../generated/facts.ts'
import { type Violation, validators } from '../../../generated/validators.ts'
import { kebabCase } from '../../text/kebab-case.ts'
import { type Check, type Finding, type Rule, severityOf } from '../clause.ts'
import { keywordOf } from '../evidence.ts'
import type { Exchange } from '../exchange.ts'
import { segmentsOf, valueAt } from '../json-pointer.ts'
import { bodyOf, successOf } from '../operation.ts'
import { fieldFindings } from './field-rules.ts'
import { onFilled } from './filled.ts'

/** A rule for each field: present, of its type and form, within its bounds and its set, and there only when it should be. */
export const fieldRules = (item: string, schema: SchemaFacts): Rule[] =>
  Object.entries(schema.fields).map(([name, facts]) =>
    onFilled(
      {
        id: `${item}-${kebabCase(name)}`,
        isNamed: true,
        group: 'items',
        says: saysOf(name, facts),
        statement: facts,
        each: true,
      },
      (exchanges, check) =>
        exchanges.flatMap((exchange) => [
          ...schemaFindings(exchange, name, facts, schema, check),
          ...fieldFindings(exchange, name, facts, check),
        ]),
    ),
  )

function saysOf(name: string, facts: FieldFacts): string {
  const kind = facts.format ?? facts.type ?? 'value of any type'
  const parts = [
    `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}${facts.nullable ? ' or null' : ''}`,
    ...(facts.minimum === undefined ? [] : [`at least ${facts.minimum}`]),
    ...(facts.maximum === undefined ? [] : [`at most ${facts.maximum}`]),
    ...(facts.maxLength === undefined ? [] : [`at most ${facts.maxLength} characters`]),
    ...(facts.pattern === undefined ? [] : [`matching ${facts.pattern}`]),
    ...(facts.allowed || facts.known ? [`one of ${(facts.allowed ?? facts.known ?? []).join(', ')}`] : []),
    ...(facts.availableWhen ? [`available only with ${facts.availableWhen}`] : []),
  ]
  return `${name} is ${facts.required ? 'present' : 'optional'}: ${parts.join(', ')}`
}

const violationsOf = new WeakMap<Exchange, Violation[]>()

/** So many violations of one field are kept of one page. A hostile page has hundreds of thousands. */
const mostOfAField = 1000

/** What the generated validator says about an answer, validated once however many clauses ask. */
function violations(exchange: Exchange): Violation[] {
  const known = violationsOf.get(exchange)
  if (known) return known
  const validate = validators[successOf(exchange.operation)?.schema ?? '']
  const isValid = validate?.(exchange.answer?.json) ?? true
  const found = isValid ? [] : firstOfEachField(validate?.errors ?? [], exchange.operation)
  violationsOf.set(exchange, found)
  return found
}

function firstOfEachField(errors: Violation[], operation: OperationFacts): Violation[] {
  const counts = new Map<string | undefined, number>()
  return errors.filter((error) => {
    const { field } = placeOf(error, operation)
    const count = (counts.get(field) ?? 0) + 1
    counts.set(field, count)
    return count <= mostOfAField
  })
}

interface Place {
  /** The pointer to the item. */
  item: string
  /** The field that a violation is about, also when it is missing. */
  field: string | undefined
  isMissing: boolean
  /** The way from the field to what is wrong within it. */
  inner: string[]
}

function placeOf({ instancePath, keyword, params }: Violation, operation: OperationFacts): Place {
  const segments = segmentsOf(instancePath)
  const index = bodyOf(operation)?.items ? segments.shift() : undefined
  const [name, ...inner] = segments
  return {
    item: index === undefined ? '' : `/${index}`,
    field: name ?? (keyword === 'required' ? String(params.missingProperty) : undefined),
    isMissing: name === undefined,
    inner,
  }
}

function schemaFindings(
  exchange: Exchange,
  field: string,
  facts: FieldFacts,
  schema: SchemaFacts,
  { operation, show }: Check,
): Finding[] {
  return violations(exchange).flatMap((violation) => {
    const { instancePath, keyword, params } = violation
    const place = placeOf(violation, operation)
    if (place.field !== field) return []
    const { item, isMissing, inner } = place
    const statement = isMissing
      ? keywordOf({ ...schema, evidence: facts.evidence }, 'required')
      : statementOf(facts, keyword, inner)
    return {
      statement,
      severity: isMissing ? ('violated' as const) : severityOf(statement.evidence),
      expected: isMissing ? `${field} to be present` : expectation(keyword, params),
      actual: isMissing
        ? 'absent'
        : show(valueAt(exchange.answer?.json, instancePath), inner.length > 0 ? inner.join('.') : field),
      exchanges: [exchange],
      at: isMissing ? `${item}/${field}` : instancePath,
    }
  })
}

/** Members of a field that the reference page doesn't list are known from elsewhere only. */
function statementOf(facts: FieldFacts, keyword: string, inner: string[]) {
  if (inner.length === 0) return keywordOf(facts, keyword)
  const way = inner.map((segment) => (/^\d+$/.test(segment) ? 'items' : `properties/${segment}`))
  return { pointer: `${facts.pointer}/${way.join('/')}`, evidence: 'history' as const }
}

function expectation(keyword: string, params: Record<string, unknown>): string {
  if (keyword === 'type') return [params.type].flat().join(' or ')
  if (keyword === 'format' && params.format === 'date-time') return 'a date-time as in RFC 3339, with its offset'
  if (keyword === 'format') return `a text of the format ${params.format}`
  if (keyword === 'pattern') return `a text that matches ${params.pattern}`
  if (keyword === 'enum') return `one of ${[params.allowedValues].flat().join(', ')}`
  if ('limit' in params) return `${keyword} ${params.limit}`
  return `to keep ${keyword}`
}
