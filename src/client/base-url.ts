import { baseUrlProblem, withoutSlash } from '../http/base-url.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'

/** Checks a base URL and cuts its trailing slashes. */
export function readBaseUrl(value: string | URL, allowInsecureHttp?: boolean): string {
  const problem = baseUrlProblem(value, allowInsecureHttp)
  if (problem) throw new ChatConfigurationError(`baseUrl must ${problem}`)
  return withoutSlash(value)
}
