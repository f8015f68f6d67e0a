import type { ChatResponseError } from './errors/chat-response-error.ts'

/** Warns on the console of each rule that is broken at each place of a conversation, once: every page may break the same. */
export function createWarnOnce(): (error: ChatResponseError) => void {
  const said = new Set<string>()
  return ({ method, url, violations }) => {
    for (const { instancePath, expected } of violations) {
      const rule = `${instancePath.replace(/^\/\d+/, '') || 'a conversation'} must be ${expected}`
      if (said.has(rule)) continue
      said.add(rule)
      console.warn(`${method} ${url} breaks the contract: ${rule}`)
    }
  }
}
