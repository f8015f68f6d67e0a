import { longestTime } from './bounds.ts'
import { CouldNotRunError } from './could-not-run.ts'
import { type OptionNames, optionNames } from './option-names.ts'

/** The options of a check that are numbers. */
export interface Limits {
  /** Requests that may be sent in all. What needs more is not exercised. Default: 500. */
  maxRequests?: number | undefined
  /** Seconds that the whole check may take, from 1 to 2147483647. What needs more is not exercised. Default: 300. */
  maxTime?: number | undefined
  /** Requests per second at most. Default: as fast as the server answers, and half as fast after a 429. */
  rate?: number | undefined
  /** Milliseconds until an exchange counts as failed, the body included, from 1 to 2147483647. Default: 10000. */
  timeout?: number | undefined
}

export const defaultLimits = { maxRequests: 500, maxTime: 300, timeout: 10_000 }

/** The limits with their defaults. Throws `CouldNotRunError` for one that can't be used. */
export function checkLimits({ maxRequests, maxTime, rate, timeout }: Limits, names: OptionNames = optionNames) {
  if (rate !== undefined && !(rate > 0))
    throw new CouldNotRunError(`${names.rate} must be a number above 0, but is ${rate}`)
  return {
    maxRequests: whole(names.maxRequests, maxRequests ?? defaultLimits.maxRequests),
    maxTime: whole(names.maxTime, maxTime ?? defaultLimits.maxTime),
    timeout: whole(names.timeout, timeout ?? defaultLimits.timeout),
    rate,
  }
}

function whole(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= longestTime) return value
  throw new CouldNotRunError(`${name} must be a whole number from 1 to ${longestTime}, but is ${value}`)
}
