import { lightOf } from '../http/light.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** Refuses what a `fetch` gave, a library's or a test's, where it is no Response: no other attempt would be better. */
export function checkResponse(given: unknown): Response {
  const response = Object(given) as Response
  if (!lightOf(response)) {
    const { status, headers, body, arrayBuffer } = response as Partial<Response>
    // React Native has no streams, but `arrayBuffer`.
    if (!(Number.isInteger(status) && headers?.get && (body || arrayBuffer))) {
      throw new ChatConfigurationError('fetch must give a Response')
    }
  }
  return response
}
