import { answerBounds, type Room } from './bounds.ts'
import type { Answer } from './exchange.ts'
import { NoRoomError } from './read-body.ts'
import { cutDepth, extentOf } from './read-json.ts'

/** What the bytes of a body say. The text is made when it is asked for: few clauses do, and it would be kept twice. */
export function decodeBody(bytes: Uint8Array, isWhole: boolean, room: Room): Omit<Answer, 'status' | 'headers'> {
  const answer = {
    byteOrderMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
    json: undefined as unknown,
    get text() {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
      } catch {
        return undefined
      }
    },
  }
  if (!isWhole) return Object.assign(answer, { unread: `a body of more than ${answerBounds.bytes / 2 ** 20} MiB` })
  const { values, depth } = extentOf(bytes)
  if (values > answerBounds.values) return Object.assign(answer, { unread: `a body of ${values} values` })
  if (values > room.values) throw new NoRoomError()
  room.values -= values
  try {
    answer.json = JSON.parse(answer.text ?? '')
  } catch {
    return answer
  }
  const tooDeep = depth > answerBounds.depth ? cutDepth(answer.json) : undefined
  return tooDeep === undefined ? answer : Object.assign(answer, { tooDeep })
}
