import { isPathSegment } from '../http/path-segment.ts'
import { ChatConfigurationError } from './errors/chat-configuration-error.ts'
import { show } from './show.ts'

/** A value as one segment of a path. */
export function pathSegment(name: string, value: unknown): string {
  if (!isPathSegment(value)) throw new ChatConfigurationError(`${name} must be one path segment, not ${show(value)}`)
  return encodeURIComponent(value)
}

/** Fills in the `{name}`s of a URL. */
export const fillPath = (url: string, values: Record<string, unknown>) =>
  url.replace(/\{([^{}]+)\}/g, (_, name: string) => pathSegment(name, values[name]))
