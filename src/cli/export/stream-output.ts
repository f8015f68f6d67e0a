import { constants, write, writeFile } from 'node:fs'
import { open } from 'node:fs/promises'
import { stdout } from 'node:process'
import { promisify } from 'node:util'
import { toLines } from '../../text/clean-text.ts'
import { fileProblem } from '../file-problem.ts'
import { outputProblem, writeOut } from '../standard-output.ts'
import { UsageError } from '../usage-error.ts'
import type { Output } from './output.ts'
import type { Target } from './target.ts'

/** What is written to while conversations arrive. */
export type StreamTarget = Exclude<Target, { kind: 'file' }>

export const isStandardOutput = (target: Target) => target.kind === 'descriptor' && target.descriptor === 1

/**
 * Standard output, a pipe or a device. What is written there can't be read back, so such an export can't be resumed,
 * and nothing is kept beside it. Waits for a reader of a named pipe, as every program does. Rejects with a UsageError when it can't begin.
 */
export async function openStreamOutput(target: StreamTarget, name: string): Promise<Output> {
  const { append, close } = isStandardOutput(target) ? standardOutput : await openWriter(target, name)
  let size = 0
  return {
    get size() {
      return size
    },
    isKnown: () => false,
    async append(text) {
      if (!text) return
      await append(text)
      size += Buffer.byteLength(text)
    },
    pageDone: async () => {},
    complete: close,
    async abandon() {
      await close().catch(() => {})
      return undefined
    },
  }
}

interface Writer {
  append(text: string): Promise<void>
  close(): Promise<void>
}

const standardOutput: Writer = {
  append: (text) => writeOut(stdout.isTTY ? toLines(text) : text),
  close: async () => {},
}

async function openWriter(target: StreamTarget, name: string): Promise<Writer> {
  try {
    const handle = target.kind === 'device' ? await open(target.path, constants.O_WRONLY) : undefined
    const descriptor = target.kind === 'device' ? Number(handle?.fd) : target.descriptor
    // An empty write shows whether it can be written to.
    await promisify(write)(descriptor, Buffer.alloc(0))
    return {
      append: (text) =>
        promisify(writeFile)(descriptor, text).catch((error: unknown) => {
          throw outputProblem(name, error)
        }),
      close: async () => handle?.close(),
    }
  } catch (error) {
    throw new UsageError(`--file ${name} can't be written: ${fileProblem(error)}`)
  }
}
