import { extname } from 'node:path'
import { performance } from 'node:perf_hooks'
import { stderr } from 'node:process'
import { Command, Option } from 'commander'
import { parameters } from '../../generated/facts.ts'
import { ChatConfigurationError, defaults } from '../index.ts'
import { type ChatFlags, chatOptions, environmentHelp, openChat } from './chat-options.ts'
import { exitCodes } from './exit-codes.ts'
import { explainError } from './explain-error.ts'
import { createExportProgress } from './export/export-progress.ts'
import { unfinished } from './export/files.ts'
import { repeatedCommand } from './export/repeated-command.ts'
import type { Request, RequestName } from './export/request.ts'
import { runExport } from './export/run-export.ts'
import { countOf, durationOf, sizeOf } from './export/words.ts'
import { extensions, type FormatName, formatOfExtension } from './formats/index.ts'
import { onInterruption } from './interruption.ts'
import { didYouMean } from './nearest.ts'
import { limitOption, numberOf, sortOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

interface ExportFlags extends ChatFlags, Pick<Request, 'limit' | 'sortBy' | 'sortDirection'> {
  file: string
  concurrency: number
  bom?: boolean
  resume?: true
  force?: true
}

/** Large pages cost fewer requests. A server that finds this too large gives less, and loses nothing by it. */
const pageSize = Math.min(100, (parameters.limit as { maximum?: number }).maximum ?? 100)

export function exportCommand(onExit: (code: number) => void): Command {
  const command = new Command('export')
    .description('Writes all conversations to a file.')
    .addHelpText('after', help)
    .requiredOption('--file <file>', `the file; its extension says the form: ${extensions.join(', ')}`)
  const options = [
    limitOption(pageSize),
    ...sortOptions(),
    new Option('--concurrency <number>', 'pages asked for at the same time, where the order allows it')
      .argParser(numberOf(1))
      .default(defaults.concurrency),
    new Option('--bom', 'begin a .csv file with a byte order mark, by which Excel knows UTF-8'),
    new Option('--resume', 'go on where an interrupted export stopped; begin if there is none'),
    new Option('--force', 'overwrite the file, without --resume also what an interrupted export left'),
    ...chatOptions(),
  ]
  for (const option of options) command.addOption(option)
  return command.action(async (flags: ExportFlags) => onExit(await exportFile(flags, command)))
}

async function exportFile(flags: ExportFlags, command: Command): Promise<number> {
  const { file, concurrency, resume = false, force = false } = flags
  const progress = createExportProgress(now)
  const { chat, organization } = openChat(flags, progress.onRetry)
  const request = requestOf(flags, organization)
  const interruption = onInterruption()
  progress.begin()
  const { progress: last, error } = await runExport({
    chat,
    file,
    request,
    given: givenBy(command),
    concurrency,
    resume,
    force,
    signal: interruption.signal,
    now,
    onPage: progress.onPage,
  }).finally(() => {
    interruption.release()
    progress.end()
  })

  if (last && error === undefined) {
    stderr.write(
      `Exported ${countOf(last.count)} to ${file} (${sizeOf(last.bytes)}, ${durationOf(progress.elapsed())}).\n`,
    )
    return exitCodes.done
  }
  if (error instanceof ChatConfigurationError) throw error
  const isInterrupted = interruption.signal.aborted
  stderr.write(`opencopilot-chat: ${isInterrupted ? 'interrupted' : explainError(error)}\n`)
  if (last) {
    stderr.write(`${countOf(last.count)} kept in ${unfinished(file).part}. Continue with:\n`)
    stderr.write(`  ${repeatedCommand(command, ['resume'])} --resume\n`)
  } else if (isInterrupted) stderr.write('Nothing was written yet.\n')
  return isInterrupted ? exitCodes.interrupted : exitCodes.failed
}

const now = () => performance.now()

function requestOf(
  { baseUrl, limit, sortBy, sortDirection, file, bom = false }: ExportFlags,
  organization: string,
): Request {
  const format = formatOf(file)
  if (bom && format !== 'csv') throw new UsageError('--bom is for .csv files alone')
  return { baseUrl: baseUrl.replace(/\/+$/, ''), organization, format, bom, limit, sortBy, sortDirection }
}

function formatOf(file: string): FormatName {
  const extension = extname(file)
  const format = formatOfExtension(extension)
  if (format) return format
  const hint = didYouMean(extension, extensions)
  throw new UsageError(`--file ${file}: its extension must be one of ${extensions.join(', ')}.${hint}`)
}

/** What was said on the command line or in the environment. */
function givenBy(command: Command): Set<RequestName> {
  const names: readonly RequestName[] = ['baseUrl', 'organization', 'limit', 'sortBy', 'sortDirection', 'bom']
  return new Set(names.filter((name) => !['default', undefined].includes(command.getOptionValueSource(name))))
}

const help = `
FILE is there when it is complete. Until then there are FILE.part, and
FILE.part.json, which tells how far it is. Ctrl-C stops; the same command with
--resume goes on, without loss and without duplicates.

CSV has a column for each field of the contract, with meta as JSON, and one for
all other fields, as JSON. Text that a spreadsheet could take for a formula gets
an apostrophe before it.

New conversations come last only by ${parameters.sortBy.default} ${parameters.sortDirection.default}; in any other order
pages are asked for one by one.

${environmentHelp}

Exit codes: 0 done, 1 failed, 2 could not start, 130 interrupted.

Examples:
  opencopilot-chat export --file conversations.ndjson
  opencopilot-chat export --file conversations.ndjson --resume
  opencopilot-chat export --file conversations.csv --bom --force`
