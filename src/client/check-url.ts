import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/**
 * Checks where a request goes, whoever made it: the token is for nobody beyond the base URL, and a path parameter that
 * was left out would go to the server as literal braces.
 */
export function checkUrl(url: string, baseUrl: string): void {
  if (!url.startsWith(`${baseUrl}/`))
    throw new ChatConfigurationError('the request leaves baseUrl, and the token stays there')
  const missing = /(?:\{|%7B)(\w+)(?:\}|%7D)/i.exec(url.slice(baseUrl.length).split('?', 1)[0] ?? '')
  if (missing) throw new ChatConfigurationError(`${missing[1]} is missing`)
}
