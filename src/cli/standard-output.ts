import { stdout } from 'node:process'
import { codeOf, fileProblem } from './file-problem.ts'

/** Whoever read the output has stopped, as `head` does when it has enough. */
export class ReaderGoneError extends Error {
  override readonly name = 'ReaderGoneError'
}

/** The system's error codes for that, of pipes and of sockets. */
const goneCodes: unknown[] = ['EPIPE', 'EOF', 'ECONNRESET', 'ERR_STREAM_DESTROYED']

/** Why an output can't be written. */
export function outputProblem(name: string, error: unknown): Error {
  if (goneCodes.includes(codeOf(error))) return new ReaderGoneError(`nobody reads ${name} any more`, { cause: error })
  return new Error(`${name} can't be written: ${fileProblem(error)}`, { cause: error })
}

/** Writes to standard output. Resolves when it is written, so that whoever waits is held back by whoever reads. */
export const writeOut = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stdout.write(text, (error) => (error ? reject(outputProblem('standard output', error)) : resolve()))
  })

/** The same for a complete text: a reader that stops early is no failure. */
export const print = (text: string): Promise<void> =>
  writeOut(text).catch((error: unknown) => {
    if (!(error instanceof ReaderGoneError)) throw error
  })
