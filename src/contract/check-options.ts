import { didYouMean } from '../text/nearest.ts'
import { CouldNotRunError } from './could-not-run.ts'
import type { VerifyOptions } from './verify.ts'

/** Every option of `verify`: the compiler asks for a new one here. */
const known: Record<keyof VerifyOptions, true> = {
  baseUrl: true,
  token: true,
  organizationId: true,
  otherToken: true,
  otherOrganizationId: true,
  operations: true,
  only: true,
  skip: true,
  intrusive: true,
  maxRequests: true,
  maxTime: true,
  rate: true,
  timeout: true,
  showValues: true,
  optionNames: true,
  signal: true,
  onProgress: true,
  onWait: true,
  fetch: true,
  clock: true,
}

/** Refuses an option that there isn't: a misspelt one would be passed over in silence. */
export function refuseUnknownOptions(options: VerifyOptions): void {
  const names = Object.keys(known)
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue
    throw new CouldNotRunError(`${name} is no option.${didYouMean(name, names)} There are ${names.join(', ')}`)
  }
}
