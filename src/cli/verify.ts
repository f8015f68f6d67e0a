import { Command, Option } from 'commander'
import {
  CouldNotRunError,
  defaultLimits,
  isEmpty,
  isFailure,
  type OptionNames,
  operationNames,
  type Severity,
  selectClauses,
  verify,
} from '../contract/index.ts'
import { nodeFetch } from '../node/index.ts'
import { environment, fromEnvironment, proxyHelp } from './environment.ts'
import { exitCodes } from './exit-codes.ts'
import { baseUrlOption, collect, numberOf, organizationOption, timeLimit } from './options.ts'
import { showProgress } from './progress.ts'
import { type Destination, destinationOptions, destinationsFrom, prepareFiles, writeReports } from './report-output.ts'
import { print } from './standard-output.ts'
import { tellWaits } from './wait-notice.ts'

interface VerifyFlags {
  baseUrl: string
  organization?: string
  failOn: Severity
  showValues?: true
  intrusive?: true
  maxRequests: number
  rate?: number
  timeout: number
  maxTime: number
  operation?: string[]
  only?: string[]
  skip?: string[]
  list?: true
}

export function verifyCommand(onExit: (code: number) => void): Command {
  const destinations: Destination[] = []
  const command = new Command('verify')
    .description('Checks a live server against the contract, with requests that change nothing.')
    .addOption(baseUrlOption())
    .addOption(organizationOption())
    .addOption(
      new Option('--fail-on <verdict>', 'the mildest verdict that fails the check')
        .choices(['violated', 'advisory'])
        .default('violated'),
    )
    .option('--show-values', 'show values that may be personal instead of masking them')
    .option('--intrusive', 'also send other methods and an enormous limit')
    .option('--max-requests <number>', 'requests that may be sent in all', numberOf(1), defaultLimits.maxRequests)
    .option(
      '--rate <number>',
      'requests per second at most (default: as the server answers)',
      numberOf(0.01, { whole: false }),
    )
    .option('--timeout <ms>', 'time limit of one request', timeLimit, defaultLimits.timeout)
    .option('--max-time <seconds>', 'time limit of the whole check', timeLimit, defaultLimits.maxTime)
    .option('--operation <names>', `check only these operations: ${operationNames.join(', ')}`, collect)
    .option('--only <ids>', 'judge only these clauses', collect)
    .option('--skip <ids>', 'leave these clauses out', collect)
    .option('--list', 'list all clauses and send nothing')
    .addHelpText('after', help)
  for (const option of destinationOptions(destinations)) command.addOption(option)
  return command.action(async (flags: VerifyFlags) => {
    onExit(flags.list ? await listClauses(flags) : await check(flags, destinationsFrom(destinations)))
  })
}

/** How the command line calls the options of the library. */
const optionNames: OptionNames = {
  baseUrl: '--base-url',
  token: environment.token,
  organizationId: `${environment.organizationId} (or --organization)`,
  otherToken: environment.otherToken,
  otherOrganizationId: environment.otherOrganizationId,
  maxRequests: '--max-requests',
  maxTime: '--max-time',
  rate: '--rate',
  timeout: '--timeout',
  intrusive: '--intrusive',
}

async function check(flags: VerifyFlags, destinations: Destination[]): Promise<number> {
  await prepareFiles(destinations)
  const progress = showProgress()
  const notice = tellWaits(progress)
  const report = await verify({
    baseUrl: flags.baseUrl,
    token: fromEnvironment('token') ?? '',
    organizationId: flags.organization ?? '',
    otherToken: fromEnvironment('otherToken'),
    otherOrganizationId: fromEnvironment('otherOrganizationId'),
    operations: flags.operation,
    only: flags.only,
    skip: flags.skip,
    intrusive: flags.intrusive,
    maxRequests: flags.maxRequests,
    rate: flags.rate,
    timeout: flags.timeout,
    maxTime: flags.maxTime,
    showValues: flags.showValues,
    optionNames,
    fetch: nodeFetch(),
    onProgress: ({ judged, clauses: all, clause, round, requests }) =>
      progress.show(
        `${round > 1 ? 'confirming' : `${judged + 1}/${all}`} ${clause}, ${requests} request${requests === 1 ? '' : 's'}`,
      ),
    onWait: notice.waitsFor,
  }).finally(() => {
    notice.stop()
    progress.clear()
  })
  await writeReports(report, destinations, flags.failOn)
  if (isEmpty(report)) {
    throw new CouldNotRunError(
      `Nothing could be judged: ${report.ended?.reason ?? 'the report says what each clause lacked'}`,
    )
  }
  return isFailure(report, flags.failOn) ? exitCodes.failed : exitCodes.done
}

async function listClauses(flags: VerifyFlags): Promise<number> {
  const { only, skip, operation } = flags
  const listed = selectClauses({ only, skip, operations: operation, intrusive: true })
  const width = Math.max(...listed.map(({ id }) => id.length))
  const isSeveral = new Set(listed.map(({ operation }) => operation)).size > 1
  const lines = listed.map(({ id, says, severity, statement, intrusive, operation }, index) => {
    const notes = [severity, statement.evidence, ...(intrusive ? ['needs --intrusive'] : [])].join(', ')
    const heading = isSeveral && listed[index - 1]?.operation !== operation ? `${operation.id}\n` : ''
    return `${heading}${id.padEnd(width)}  ${says} (${notes})\n`
  })
  await print(lines.join(''))
  return exitCodes.done
}

const help = `
Environment:
  ${environment.token}                   the bearer token; never a flag, since process lists show flags
  ${environment.organizationId}         the organization, unless --organization names it
  ${environment.baseUrl}                the server, unless --base-url names it
  ${environment.otherToken}             } to check that one organization cannot read
  ${environment.otherOrganizationId}   } the other
${proxyHelp}

Exit codes: 0 nothing failed, 1 something failed, 2 the check could not run.

Examples:
  opencopilot-chat verify
  opencopilot-chat verify --reporter junit --output report.xml --reporter html --output report.html
  opencopilot-chat verify --only paging-no-gap,sorting-ascending --fail-on advisory
  opencopilot-chat verify --base-url http://127.0.0.1:4020 --organization acme --rate 5`
