import { extname } from 'node:path'
import { performance } from 'node:perf_hooks'
import { stderr, stdout } from 'node:process'
import { Command, Option } from 'commander'
import { operations } from '../../generated/facts.ts'
import { ChatConfigurationError, defaults } from '../index.ts'
import { toOneLine } from '../text/clean-text.ts'
import { didYouMean } from '../text/nearest.ts'
import { type ChatFlags, chatOptions, environmentHelp, openChat } from './chat-options.ts'
import { breakLines } from './contract-breaks.ts'
import { exitCodes } from './exit-codes.ts'
import { explainError } from './explain-error.ts'
import { createExportProgress } from './export/export-progress.ts'
import { openFileOutput } from './export/file-output.ts'
import { pathsOf } from './export/files.ts'
import { createPatience, patientAttempts } from './export/patience.ts'
import { repeatedCommand } from './export/repeated-command.ts'
import type { ExportRequest, RequestName } from './export/request.ts'
import { runExport } from './export/run-export.ts'
import { isStandardOutput, openStreamOutput } from './export/stream-output.ts'
import { findTarget, type Target } from './export/target.ts'
import { addFilterOptions, type Filters } from './filters.ts'
import { extensions, type FormatName, formatNames, formatOfExtension } from './formats/index.ts'
import { onInterruption } from './interruption.ts'
import { limitOption, numberOf, oneOf, sortOptions } from './options.ts'
import { ReaderGoneError } from './standard-output.ts'
import { countOf, durationOf, sizeOf } from './text/words.ts'
import { UsageError } from './usage-error.ts'

const { parameters } = operations.listConversations

interface ExportFlags extends ChatFlags, Pick<ExportRequest, 'sortBy' | 'sortDirection'> {
  file: string
  format?: FormatName
  limit: number
  concurrency: number
  bom?: boolean
  resume?: true
  force?: true
}

/** Large pages cost fewer requests. A server that finds this too large gives less, or refuses it and is asked for less. */
const pageSize = Math.min(100, (parameters.limit as { maximum?: number }).maximum ?? 100)

export function exportCommand(onExit: (code: number) => void): Command {
  const command = new Command('export')
    .description('Writes all conversations to a file, or to standard output.')
    .addHelpText('after', help)
    // Required, but not by commander, which would say so before it names a flag that was misspelt.
    .option('--file <file>', `the file, its form by its extension: ${extensions.join(', ')}; - for standard output`)
  const options = [
    new Option('--format <form>', `the form, whatever the extension: ${formatNames.join(', ')}`).argParser(
      oneOf(formatNames),
    ),
    limitOption(pageSize),
    ...sortOptions(),
    new Option('--concurrency <number>', 'pages requested at the same time, where the order allows it')
      .argParser(numberOf(1))
      .default(defaults.concurrency),
    new Option('--bom', 'begin csv with a byte order mark, so that Excel reads it as UTF-8'),
    new Option('--resume', 'continue an interrupted export, or start one if there is none'),
    new Option('--force', 'overwrite the file and, without --resume, what an interrupted export left'),
    ...chatOptions(patientAttempts),
  ]
  for (const option of options) command.addOption(option)
  const filtersOf = addFilterOptions(command)
  return command.action(async ({ file, ...flags }: Partial<ExportFlags> & Omit<ExportFlags, 'file'>) => {
    if (file === undefined) throw new UsageError('--file is missing: name the file to write, or - for standard output')
    onExit(await exportFile({ ...flags, file }, command, filtersOf()))
  })
}

async function exportFile(flags: ExportFlags, command: Command, filters: Filters): Promise<number> {
  const { file, limit, concurrency, strict = false } = flags
  const target = await findTarget(file)
  const toStandardOutput = isStandardOutput(target)
  const name = toStandardOutput ? 'standard output' : toOneLine(file)
  // What is written to a terminal would run into the line.
  const progress = createExportProgress(now, !(toStandardOutput && stdout.isTTY))
  // Who says how often is obeyed from the first page on.
  const patience = command.getOptionValueSource('attempts') === 'default' ? createPatience() : undefined
  const { chat, organization } = openChat(flags, (retry) => {
    progress.onRetry(retry)
    patience?.onRetry(retry)
  })
  const request = requestOf(flags, organization, filters)
  const given = givenBy(command, filters)
  const output = await openOutput(flags, target, request, given)
  if (output.earlier) patience?.onFirstPage()
  const interruption = onInterruption()
  progress.begin()
  const { progress: last, error } = await runExport({
    chat,
    output,
    request,
    canLowerLimit: !given.has('limit'),
    concurrency,
    strict,
    signal: interruption.signal,
    onFirstPage: () => patience?.onFirstPage(),
    onPage: progress.onPage,
    onLimit: (taken) =>
      progress.say(
        `The server refuses limit=${limit}: going on with ${taken === null ? 'its own limit' : `limit=${taken}`}.`,
      ),
  }).finally(() => {
    interruption.release()
    progress.end()
  })

  if (last && error === undefined) {
    const { count, bytes, breaks } = last
    stderr.write(`Exported ${countOf(count)} to ${name} (${sizeOf(bytes)}, ${durationOf(progress.elapsed())}).\n`)
    stderr.write(breakLines(breaks))
    return exitCodes.done
  }
  if (error instanceof ReaderGoneError) return exitCodes.readerGone
  if (error instanceof ChatConfigurationError) throw error
  const isInterrupted = interruption.signal.aborted
  stderr.write(`opencopilot-chat: ${isInterrupted ? 'interrupted' : explainError(error)}\n`)
  if (last && target.kind === 'file') {
    stderr.write(`${countOf(last.count)} kept in ${toOneLine((await pathsOf(target.path)).part)}. Continue with:\n`)
    stderr.write(`  ${repeatedCommand(command, ['resume'])} --resume\n`)
  } else if (target.kind !== 'file' && output.size > 0) stderr.write(`What was written to ${name} is not all.\n`)
  else if (isInterrupted) stderr.write('Nothing was written yet.\n')
  return isInterrupted ? exitCodes.interrupted : exitCodes.failed
}

/** Opens what is written to: all that can be known before the first request is refused here. */
async function openOutput(flags: ExportFlags, target: Target, request: ExportRequest, given: ReadonlySet<RequestName>) {
  const { file, resume = false, force = false } = flags
  if (target.kind === 'file') {
    return openFileOutput({ paths: await pathsOf(target.path, file), request, given, resume, force, now })
  }
  if (resume) throw new UsageError(`--resume is for files, and --file ${file} is none: what was written there is gone`)
  return openStreamOutput(target, file)
}

const now = () => performance.now()

function requestOf(flags: ExportFlags, organization: string, filters: Filters): ExportRequest {
  const { baseUrl, limit, sortBy, sortDirection, bom = false } = flags
  const format = flags.format ?? formatOf(flags.file)
  if (bom && format !== 'csv') throw new UsageError(`--bom is for csv alone, and the form is ${format}`)
  return { baseUrl: baseUrl.replace(/\/+$/, ''), organization, format, bom, limit, filters, sortBy, sortDirection }
}

function formatOf(file: string): FormatName {
  const extension = extname(file)
  const format = formatOfExtension(extension)
  if (format) return format
  const hint = didYouMean(extension, extensions)
  const forms = formatNames.join(', ')
  throw new UsageError(
    `--file ${file}: its extension must be one of ${extensions.join(', ')}, or --format one of ${forms}.${hint}`,
  )
}

/** What was said on the command line or in the environment. */
function givenBy(command: Command, filters: Filters): Set<RequestName> {
  const names: readonly RequestName[] = ['baseUrl', 'organization', 'limit', 'sortBy', 'sortDirection', 'bom']
  const given = names.filter((name) => !['default', undefined].includes(command.getOptionValueSource(name)))
  return new Set([...given, ...(Object.keys(filters).length > 0 ? (['filters'] as const) : [])])
}

const help = `
FILE appears when it is complete. Until then there are FILE.part, FILE.part.json,
which records the progress, and FILE.lock, which keeps other exports away. Ctrl-C
stops; the same command with --resume continues, without loss or duplicates.
A new file is readable by its owner only; an existing one keeps its mode and owner.
Standard output, pipes and devices are written to as conversations arrive.

Conversations that break the contract are written as they came, and counted at
the end; --strict stops before the first page that has one.

Once a page has come, a request that fails for a time is sent up to ${patientAttempts} times,
which takes about two minutes; before, ${defaults.retry.attempts} times. --attempts says another number.

When the server refuses the default --limit, export asks for smaller pages. A
--limit that you choose is not changed.

CSV has a column for each field of the contract, with meta as JSON, and one for
all other fields, as JSON. Text that a spreadsheet could take for a formula gets
an apostrophe before it.

Only by ${parameters.sortBy.default} ${parameters.sortDirection.default} do new conversations come last; in any other order pages
are requested one by one.

${environmentHelp}

Exit codes: 0 done, 1 failed, 2 could not start, 130 interrupted, 141 the
reader of the output has gone.

Examples:
  opencopilot-chat export --file conversations.ndjson
  opencopilot-chat export --file conversations.ndjson --resume
  opencopilot-chat export --file - --format ndjson | gzip > conversations.ndjson.gz
  opencopilot-chat export --file conversations.csv --bom --force`
