import { UsageError } from '../usage-error.ts'
import { type ExportState, readState } from './export-state.ts'
import { find, type Paths } from './files.ts'
import { adopt, differences, type Request, type RequestName } from './request.ts'

/**
 * What is recorded of an interrupted export; undefined where there is nothing to go on with. Refuses one that was asked
 * for something else, and says what.
 */
export async function readEarlierExport(
  { part, state: statePath }: Paths,
  request: Request,
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
