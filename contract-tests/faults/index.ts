import type { Fault } from './fault.ts'

export { type Fault, type Need, type Oddity, sandboxWith } from './fault.ts'
export { findByName } from './find.ts'

/** Every bug that the sandbox can be given. */
export const faults: readonly Fault[] = []
