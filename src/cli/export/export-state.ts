import { open, readFile, rename, rm } from 'node:fs/promises'
import type { Breaks } from '../contract-breaks.ts'
import { codeOf, fileProblem } from '../file-problem.ts'
import { UsageError } from '../usage-error.ts'
import { find, type Paths } from './files.ts'
import { adopt, differences, type ExportRequest, type RequestName } from './request.ts'

/** How far an export came. */
export interface Progress {
  /** The last page that was written. */
  page: number
  /** How many conversations were written. */
  count: number
  /** How many bytes were written. */
  bytes: number
  /** What of the contract they break. */
  breaks: Breaks
}

/** What is kept beside an unfinished file, so that the export can go on later. No token is in it. */
export interface ExportState extends Progress {
  version: 1
  request: ExportRequest
}

/** Reads the state; undefined where there is none. */
export async function readState(path: string): Promise<ExportState | undefined> {
  let state: unknown
  try {
    state = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new UsageError(
      `${path} can't be read: ${error instanceof SyntaxError ? 'it is not JSON' : fileProblem(error)}`,
    )
  }
  // An earlier version counted no breaks.
  if (isState(state)) return { ...state, breaks: state.breaks ?? {} }
  throw new UsageError(`${path} is not the state of an export by this version. Start over with --force`)
}

/** Writes the state beside and puts it in place in one step: a crash leaves the old one or the new one. */
export async function writeState(path: string, state: ExportState): Promise<void> {
  const draft = `${path}.new`
  try {
    await rm(draft, { force: true })
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(state, null, 2)}\n`)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw new Error(`${path} can't be written: ${fileProblem(error)}`, { cause: error })
  }
}

function isState(value: unknown): value is ExportState {
  const state = value as Partial<ExportState> | null
  return (
    typeof state === 'object' &&
    state?.version === 1 &&
    [state.page, state.count, state.bytes].every((number) => Number.isSafeInteger(number) && Number(number) >= 0) &&
    typeof state.request === 'object' &&
    state.request !== null
  )
}

/**
 * What is recorded of an interrupted export; undefined where there is nothing to go on with. Refuses one that was asked
 * for something else, and says what.
 */
export async function readEarlierExport(
  { part, state: statePath }: Paths,
  request: ExportRequest,
  given: ReadonlySet<RequestName>,
): Promise<ExportState | undefined> {
  const state = await readState(statePath)
  if (!state || !(await find(part))) return undefined
  const changes = differences(adopt(state.request, request, given), state.request)
  if (changes.length === 0) return state
  throw new UsageError(
    `--resume goes on only with the same options: ${changes.join(', ')}. Start over with --force in its place`,
  )
}
