import type { Header, Link, Located, Operation, Parameter, Response, Schema } from '../generate/contract.ts'
import { type At, entriesOf, type Pair, pairUp, partOf } from './at.ts'
import { compareSchemas } from './compare-schemas.ts'
import type { Ledger } from './ledger.ts'
import type { SecurityRequirement } from './meanings.ts'
import type { Direction } from './rate.ts'
import { below, type Use } from './use.ts'

interface Example {
  $ref?: string
  value?: unknown
}

/** A response, or what is sent. */
interface Message {
  $ref?: string
  required?: boolean
  content?: Record<string, MediaType>
}

interface MediaType {
  $ref?: string
  schema?: Schema
  examples?: Record<string, Example>
}

type FullOperation = Operation & { security?: SecurityRequirement[]; requestBody?: Message }

const evidence = ['x-evidence', 'x-evidence-of'] as const

/** Compares one operation: who may use it, what it takes and what it answers. */
export function compareOperations(ledger: Ledger, { was, is }: Pair<Located>): void {
  const operation = is.node.operation.operationId
  const title: Use = { thing: `operation \`${is.node.method.toUpperCase()} ${is.node.path}\`` }
  const use = (thing: string): Use => ({ operation, thing })
  const [before, after] = [declared(was), declared(is)]

  ledger.visit('was', was.pointer, title)
  ledger.visit('is', is.pointer, title)
  ledger.keywords(title, { was: before, is: after }, [...evidence, 'x-list'], 'both')
  const inherited = !before.node.security && !after.node.security
  const [asked, asks] = [securityOf(before), securityOf(after)]
  ledger.keyword(use('security'), inherited ? '#' : is.pointer, 'security', asked, asks, 'both')

  for (const [, one, other] of pairUp(parametersOf(was), parametersOf(is))) {
    const name = (other ?? one)?.node.name
    ledger.entry('input', use(`parameter \`${name}\``), one, other, 'request', compareParameters)
  }
  const bodies = [partOf(before, 'requestBody'), partOf(after, 'requestBody')] as const
  ledger.entry('input', use('request body'), ...bodies, 'request', (ledger, use, pair) => {
    compareRequired(ledger, use, pair)
    compareContent(ledger, use, pair, 'request')
  })
  for (const [status, one, other] of pairUp(responsesOf(before), responsesOf(after))) {
    ledger.entry('answer', use(`response ${status}`), one, other, 'response', compareResponses)
  }
}

const declared = ({ contract, node, pointer }: At<Located>): At<FullOperation> => ({
  contract,
  node: node.operation,
  pointer,
})

const securityOf = ({ contract, node }: At<FullOperation>) =>
  node.security ?? (contract as { security?: SecurityRequirement[] }).security ?? []

const responsesOf = (operation: At<FullOperation>) => entriesOf(partOf(operation, 'responses'))

const parametersOf = ({ contract, node }: At<Located>): Map<string, At<Parameter>> =>
  new Map(node.parameters.map((each) => [`${each.node.in} ${each.node.name}`, { contract, ...each }]))

function compareParameters(ledger: Ledger, use: Use, pair: Pair<Parameter>): void {
  ledger.keywords(use, pair, evidence, 'request')
  compareRequired(ledger, use, pair)
  compareSchemas(ledger, use, partOf(pair.was, 'schema'), partOf(pair.is, 'schema'), 'request')
}

function compareRequired(
  ledger: Ledger,
  use: Use,
  { was, is }: Pair<{ required?: boolean }>,
  direction: Direction = 'request',
): void {
  ledger.keyword(use, is.pointer, 'required', was.node.required ?? false, is.node.required ?? false, direction)
}

function compareResponses(ledger: Ledger, use: Use, pair: Pair<Response>): void {
  const { was, is } = pair
  ledger.keywords(use, pair, evidence, 'response')
  for (const [name, one, other] of pairUp(entriesOf(partOf(was, 'headers')), entriesOf(partOf(is, 'headers')))) {
    ledger.entry('answer', below(use, ` header \`${name}\``), one, other, 'response', compareHeaders)
  }
  for (const [name, one, other] of pairUp(entriesOf(partOf(was, 'links')), entriesOf(partOf(is, 'links')))) {
    ledger.entry('link', below(use, ` link \`${name}\``), one, other, 'both', compareLinks)
  }
  compareContent(ledger, use, pair, 'response')
}

function compareHeaders(ledger: Ledger, use: Use, pair: Pair<Header>): void {
  ledger.keywords(use, pair, evidence, 'response')
  compareRequired(ledger, use, pair, 'response')
  compareSchemas(ledger, use, partOf(pair.was, 'schema'), partOf(pair.is, 'schema'), 'response')
}

const compareLinks = (ledger: Ledger, use: Use, pair: Pair<Link>): void =>
  ledger.keywords(use, pair, ['operationId', 'parameters'], 'both')

function compareContent(ledger: Ledger, use: Use, { was, is }: Pair<Message>, direction: Direction): void {
  const [contents, content] = [entriesOf(partOf(was, 'content')), entriesOf(partOf(is, 'content'))]
  for (const [type, one, other] of pairUp(contents, content)) {
    const name = direction === 'request' ? '' : ' body'
    const body = below(use, type === 'application/json' ? name : `${name} \`${type}\``)
    ledger.entry('answer', body, one, other, direction, (ledger, body, { was, is }: Pair<MediaType>) => {
      compareSchemas(ledger, body, partOf(was, 'schema'), partOf(is, 'schema'), direction)
      const [examples, shown] = [entriesOf(partOf(was, 'examples')), entriesOf(partOf(is, 'examples'))]
      for (const [key, one, other] of pairUp(examples, shown)) {
        const example = below(use, ` example \`${key}\``)
        ledger.entry('example', example, one, other, 'both', (ledger, example, pair) =>
          ledger.keywords(example, pair, ['value'], 'both'),
        )
      }
    })
  }
}
