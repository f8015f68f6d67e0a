import { endsAsJson } from '../../http/json-ends.ts'
import type { Exchange } from '../exchange.ts'
import { type Cause, readers } from './diagnosis.ts'

/** Whether an answer is a page for people. What is JSON isn't, whatever it is called, and neither is a warning of PHP before it. */
const isHtml = ({ answer }: Exchange): boolean =>
  answer !== undefined &&
  answer.json === undefined &&
  !endsAsJson(answer.text ?? '') &&
  (/^text\/html\b/i.test(answer.headers.get('content-type') ?? '') ||
    /^\s*<(?:!doctype html|html)\b/i.test(answer.text?.slice(0, 200) ?? ''))

/** Whatever is asked, a page of HTML comes back: something else than the API is there. */
export const website: Cause = ({ answers, check }) => {
  const [first] = answers
  if (!first?.answer || !answers.every(isHtml)) return undefined
  const { status } = first.answer
  const who =
    status >= 500
      ? "something in front of the API answers in its place, such as a proxy that can't reach it"
      : `a website is there, or a page to log in, and not the API. Check ${check.names.baseUrl}`
  return {
    id: 'website',
    says: `Every answer is a page of HTML (${status}): ${who}`,
    exchanges: [first],
    explains: ({ exchanges }) => exchanges.slice(-1).some(isHtml),
    leaves: { groups: readers, reason: 'every answer is a page of HTML' },
  }
}
