import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { show } from './show.ts'

/**
 * A value as one segment of a path. Refused is what no URL can carry as one: `.` and `..` go up the path even
 * when they are encoded (`%2e%2e`), an empty one vanishes, and half a surrogate pair has no encoding.
 */
export function pathSegment(name: string, value: unknown): string {
  if (typeof value !== 'string' || /^(\.|%2e){0,2}$|\p{Surrogate}/iu.test(value)) {
    throw new ChatConfigurationError(`${name} must be one path segment, not ${show(value)}`)
  }
  return encodeURIComponent(value)
}

/** Fills in the `{name}`s of a URL. */
export const fillPath = (url: string, values: Record<string, unknown>) =>
  url.replace(/\{([^{}]+)\}/g, (_, name: string) => pathSegment(name, values[name]))
