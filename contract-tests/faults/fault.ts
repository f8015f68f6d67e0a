import type { SandboxOptions, Seams } from '../sandbox/index.ts'

/** What a run must have for a fault to be noticeable. */
export type Need = 'intrusive' | 'other organization'

/** A named bug that a sandbox can be given. */
export interface Fault {
  /** In kebab-case, unique in the catalogue. */
  name: string
  /** What goes wrong, in one line. */
  summary: string
  /** The id of the clause that must notice. */
  noticedBy: string
  /** Default: nothing beyond a plain run. */
  needs?: readonly Need[]
  /** What the sandbox must hold or do for the fault to show. */
  sandbox?: SandboxOptions
  /** The bug itself. A function is called once per sandbox, so that it can remember. */
  seams: Seams | (() => Seams)
}

/** A way to differ from the sandbox that the contract allows: no clause may accuse it. */
export interface Oddity extends Omit<Fault, 'noticedBy' | 'seams'> {
  seams?: Fault['seams']
  /** Conversations go while it is read. Default: all that it started with stay. */
  deletes?: true
}

/** The options with which to start a sandbox that has the fault, or the oddity. */
export function sandboxWith({ sandbox, seams }: Fault | Oddity, options: SandboxOptions = {}): SandboxOptions {
  return { ...options, ...sandbox, ...(seams && { seams }) }
}
