import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import { stdout } from 'node:process'
import { InvalidArgumentError, Option } from 'commander'
import { type Report, type ReporterName, renderReport, reporterNames, type Severity } from '../contract/index.ts'
import { wantsColour } from './colour.ts'
import { codeOf, fileProblem } from './file-problem.ts'
import { print } from './standard-output.ts'
import { UsageError } from './usage-error.ts'

/** A form of the report, a file to write one to, or both. */
export interface Destination {
  reporter?: ReporterName
  /** Default: standard output. */
  file?: string
}

const reporterOfExtension: Record<string, ReporterName> = {
  '.json': 'json',
  '.xml': 'junit',
  '.md': 'markdown',
  '.html': 'html',
  '.txt': 'text',
}

/**
 * `--reporter` and `--output`, both as often as wanted. They fill `destinations` in the order of the command line:
 * a file takes the form named right before it.
 */
export function destinationOptions(destinations: Destination[]): Option[] {
  const reporter = new Option('--reporter <name>', `form of the report: ${reporterNames.join(', ')}; several allowed`)
  const output = new Option(
    '--output <file>',
    'file for the report of the --reporter before it, or by its extension; several allowed',
  )
  return [
    reporter.argParser((name: string) => {
      if (!isReporter(name)) throw new InvalidArgumentError(`Allowed: ${reporterNames.join(', ')}.`)
      destinations.push({ reporter: name })
    }),
    output.argParser((file: string) => {
      const last = destinations.at(-1)
      if (last && !last.file) last.file = file
      else destinations.push({ file })
    }),
  ]
}

const isReporter = (name: string): name is ReporterName => (reporterNames as string[]).includes(name)

/** Settles the form of each destination. What goes to no file is for the terminal, which always gets one report. */
export function destinationsFrom(
  destinations: Destination[],
): Required<Pick<Destination, 'reporter'>>[] & Destination[] {
  const settled = destinations.map(({ reporter, file }) => {
    const form = reporter ?? reporterOfExtension[extname(file ?? '').toLowerCase()]
    if (!form)
      throw new UsageError(`--output ${file}: say the form with --reporter before it (${reporterNames.join(', ')})`)
    return { reporter: form, ...(file && { file }) }
  })
  return settled.some(({ file }) => !file) ? settled : [{ reporter: 'text' }, ...settled]
}

/** Makes the folders of the files that are named, and makes sure that they can be written, before a server is asked for anything. */
export async function prepareFiles(destinations: Destination[]): Promise<void> {
  for (const { file } of destinations) if (file) await prepareFile(file).catch(refuse(file))
}

async function prepareFile(file: string): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true })
  const there = await stat(file).catch(() => undefined)
  if (there?.isDirectory()) throw new UsageError('it is a folder')
  await access(there ? file : folder, constants.W_OK)
}

/** A report that can't be written is an error of its own: nobody would see the verdict. */
const refuse =
  (file?: string) =>
  (error: Error): never => {
    // Making a folder where there is a file fails with EEXIST.
    const why = codeOf(error) === 'EEXIST' ? 'a file is where its folder should be' : fileProblem(error)
    throw new UsageError(file === undefined ? error.message : `--output ${file} can't be written: ${why}`)
  }

export async function writeReports(report: Report, destinations: Destination[], failOn: Severity): Promise<void> {
  for (const { reporter = 'text', file } of destinations) {
    const text = renderReport(report, reporter, { failOn, colour: !file && wantsColour(stdout) })
    if (file) await writeFile(file, text).catch(refuse(file))
    else await print(text).catch(refuse())
  }
}
