import { operations } from '../../../generated/facts.ts'
import { type Violation, validateConversationList, validateErrorBody } from '../../../generated/validators.ts'

const { responses } = operations.listConversations

/** What the page says of an answer's body. */
export interface JudgedBody {
  /** Formatted where it is JSON, as it came where it isn't. */
  text: string
  /** How many conversations came; undefined where the body is no list. */
  count: number | undefined
  /** One line: whether the contract is kept. */
  verdict: string
  holds: boolean
  /** The first places that break the contract, and how. */
  problems: string[]
}

const most = 10

/** Formats a body and holds it against what the contract says of answers with its status. */
export function judgeBody(status: number, body: string): JudgedBody {
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
  if (status >= 400) return { text, count, ...judgeError(status, value) }
  if (!(String(status) in responses)) {
    return { text, count, verdict: `The contract has no answer with status ${status}.`, holds: false, problems: [] }
  }
  const holds = validateConversationList(value)
  const problems = holds ? [] : (validateConversationList.errors ?? []).slice(0, most).map(words)
  return {
    text,
    count,
    verdict: holds ? 'The answer keeps the contract.' : 'The answer breaks the contract:',
    holds,
    problems,
  }
}

function judgeError(status: number, value: unknown) {
  const listed = String(status) in responses || (status >= 500 && '5XX' in responses)
  const form = validateErrorBody(value)
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
