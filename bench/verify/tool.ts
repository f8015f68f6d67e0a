import type { Sandbox } from '../../contract-tests/sandbox/index.ts'

/** What a tool is pointed at. */
export interface Target {
  sandbox: Sandbox
  /** The fault shows only to who sends more than reads: tools that have a switch for that may use it. */
  intrusive: boolean
  /** An empty folder for this check alone. */
  folder: string
}

/** What a tool said of a server. */
export interface Judgement {
  /** It fails the server. */
  accuses: boolean
  /** It passes the server, but says that something is odd. Only of tools that tell the two apart. */
  advises?: boolean
  /** What it found, for whoever watches the run. */
  says: string
}

/** A tool that judges a live server. */
export interface Tool {
  id: string
  label: string
  version: string
  /** How it was used, in a sentence or two for the results. */
  use: string
  /** Quick enough for the whole catalogue. */
  quick: boolean
  /** It has a second, milder verdict. */
  advises?: true
  check(target: Target): Promise<Judgement>
}

/** Readies a tool. Throws an error of one line when it can't run on this machine. */
export type PrepareTool = () => Promise<Tool>
