import type { OperationFacts } from '../../../generated/facts.ts'
import { type Violation, validators } from '../../../generated/validators.ts'

/** What the page says of an answer's body. */
export interface JudgedBody {
  /** Formatted where it is JSON, as it came where it isn't. */
  text: string
  /** How many items came; undefined where the body is no list. */
  count: number | undefined
  /** One line: whether the contract is kept. */
  verdict: string
  holds: boolean
  /** The first places that break the contract, and how. */
  problems: string[]
}

const most = 10

/** Formats a body and holds it against what the contract says of an operation's answers with its status. */
export function judgeBody({ responses }: OperationFacts, status: number, body: string): JudgedBody {
  const parsed = parse(body)
  if (!parsed) {
    const holds = status >= 400
    return {
      text: body,
      count: undefined,
      verdict: holds ? 'An error may have any body.' : 'The body is not JSON.',
      holds,
      problems: [],
    }
  }
  const { value } = parsed
  const text = JSON.stringify(value, null, 2)
  const count = Array.isArray(value) ? value.length : undefined
  if (status >= 400) return { text, count, ...judgeError(responses, status, value) }
  const response = responses[status]
  if (!response) {
    return { text, count, verdict: `The contract has no answer with status ${status}.`, holds: false, problems: [] }
  }
  const validate = validators[response.schema ?? '']
  const holds = validate?.(value) ?? true
  const problems = holds ? [] : (validate?.errors ?? []).slice(0, most).map(words)
  return {
    text,
    count,
    verdict: holds ? 'The answer keeps the contract.' : 'The answer breaks the contract:',
    holds,
    problems,
  }
}

function judgeError(responses: OperationFacts['responses'], status: number, value: unknown) {
  const listed = responses[status] ?? responses[`${Math.floor(status / 100)}XX`]
  const form = validators[listed?.schema ?? 'ErrorBody']?.(value)
    ? 'the body has the form of the contract'
    : 'the body has another form, which is allowed'
  return {
    verdict: listed ? `An error of the contract; ${form}.` : `An error that the contract doesn't list; ${form}.`,
    holds: true,
    problems: [],
  }
}

function parse(body: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(body) }
  } catch {
    return undefined
  }
}

const words = ({ instancePath, keyword, params }: Violation) =>
  `${instancePath || 'the body'}: ${keyword} ${Object.values(params).join(', ')}`
