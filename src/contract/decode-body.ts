import { answerBounds, headBytes, type Room } from './bounds.ts'
import type { Answer } from './exchange.ts'
import { NoRoomError } from './read-body.ts'
import { cutDepth, extentOf } from './read-json.ts'

type Content = Omit<Answer, 'status' | 'headers'>

/** What the bytes of a body say. Of one that is too large only the first are kept, and the room for the rest is given back. */
export function decodeBody(bytes: Uint8Array, isWhole: boolean, room: Room): Content {
  const { values, depth } = isWhole ? extentOf(bytes) : { values: 0, depth: 0 }
  if (!isWhole || values > answerBounds.values) {
    room.bytes += Math.max(0, bytes.length - headBytes)
    const unread = `a body of ${isWhole ? `${values} values` : `more than ${answerBounds.bytes / 2 ** 20} MiB`}`
    return Object.assign(contentOf(bytes.slice(0, headBytes), false), { unread })
  }
  if (values > room.values) throw new NoRoomError()
  room.values -= values
  const content = contentOf(bytes, true)
  const { text = '' } = content
  // One such character, and every text that holds one takes two bytes for each of its characters.
  if (/[^\0-\xff]/.test(text)) room.bytes -= text.length
  try {
    content.json = JSON.parse(text)
  } catch {
    return content
  }
  const tooDeep = depth > answerBounds.depth ? cutDepth(content.json) : undefined
  return tooDeep === undefined ? content : Object.assign(content, { tooDeep })
}

/** The text is made when it is asked for: few clauses do, and it would be kept beside what was parsed of it. */
function contentOf(bytes: Uint8Array, isWhole: boolean): Content {
  return {
    byteOrderMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
    json: undefined,
    get text() {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
      } catch {
        return undefined
      }
    },
  }
}
