import type { Severity } from '../clause.ts'

export interface RenderOptions {
  /** The least that counts as a failure. Default: violated. */
  failOn?: Severity | undefined
  /** Colour the text report for a terminal. Default: false. */
  colour?: boolean | undefined
}
