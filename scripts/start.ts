/**
 * The main job in one go: brings up the sandbox (or takes a live server), lists conversations through the client,
 * checks the server against the contract, and ends with the check's exit code.
 */
import { spawn } from 'node:child_process'
import { Command } from 'commander'
import { faults, findByName, sandboxWith } from '../contract-tests/faults/index.ts'
import { environmentOf, startSandbox } from '../contract-tests/sandbox/index.ts'
import { defaultPorts } from './port.ts'

interface Flags {
  baseUrl?: string
  organization?: string
  fault?: string
}

/** A bug that shows what a violation looks like. */
const violation = 'sorted-within-page'

const flags = new Command('npm start --')
  .description('Lists conversations and checks the server against the contract: the sandbox, or a live server.')
  .option('--base-url <url>', 'check this server; the token comes from OPENCOPILOT_TOKEN')
  .option('--organization <id>', 'the organization on that server')
  .option('--fault <name>', 'give the sandbox a bug, to see what a violation looks like')
  .allowExcessArguments(false)
  .parse()
  .opts<Flags>()

if (flags.fault && flags.baseUrl) fail('--fault gives the sandbox a bug: it does not go with --base-url')
process.exitCode = flags.baseUrl ? await listAndVerify({ OPENCOPILOT_BASE_URL: flags.baseUrl }) : await onSandbox()

async function onSandbox(): Promise<number> {
  const fault = flags.fault === undefined ? undefined : faultNamed(flags.fault)
  const sandbox = await startSandbox(fault ? sandboxWith(fault) : {})
  const [own, other] = sandbox.organizations
  console.log(`The sandbox serves ${own.conversations.length} made-up conversations at ${sandbox.baseUrl}.`)
  if (fault) console.log(`It has the fault ${fault.name}: ${fault.summary}.`)
  try {
    const code = await listAndVerify({
      ...environmentOf(sandbox),
      OPENCOPILOT_OTHER_TOKEN: other.token,
      OPENCOPILOT_OTHER_ORGANIZATION_ID: other.id,
    })
    showNext()
    return code
  } finally {
    await sandbox.close()
  }
}

/** What to do after a first look. */
function showNext(): void {
  console.log(`
Next:
  npm run sandbox                           keep a server running on port ${defaultPorts.sandbox} to call with the client
  npm start -- --fault ${violation}   check a server that has a bug
  npm run docs -- --serve                   read the docs: quick start, reference, try a request`)
}

/** A list that fails is no reason not to say why: the check comes in any case, and its verdict counts. */
async function listAndVerify(environment: Record<string, string>): Promise<number> {
  const organization = flags.organization ? ['--organization', flags.organization] : []
  await runCommand(['list', ...organization], environment)
  console.log()
  return runCommand(['verify', ...organization], environment)
}

/** Runs the command line as its users do, and resolves with its exit code. */
function runCommand(args: string[], environment: Record<string, string>): Promise<number> {
  console.log(`\n$ opencopilot-chat ${args.join(' ')}`)
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 2))
  })
}

function faultNamed(name: string) {
  try {
    return findByName(faults, name)
  } catch (error) {
    return fail(`--fault: ${error instanceof Error ? error.message : error}`)
  }
}

function fail(message: string): never {
  console.error(`error: ${message}`)
  process.exit(2)
}
