import { segmentsOf } from '../../src/contract/json-pointer.ts'
import { componentName } from './use.ts'

/** Names what a pointer leads to where no operation leads to it: what stands for itself, and what nothing uses. */
export function placeOf(pointer: string): string {
  const segments = segmentsOf(pointer)
  const [first, second, third, ...rest] = segments
  if (first === 'servers') return !second || second === '0' ? 'server' : `server ${Number(second) + 1}`
  if (first === 'paths' && second) return [`path \`${second}\``, ...segments.slice(2)].join(' ')
  if (first === 'components' && second && third) return [componentName(second, third), ...rest].join(' ')
  return segments.join('.') || 'contract'
}
