// Runs verify for action.yml: what it says goes to the log, the job summary, annotations and files, and its exit code
// to the outputs. Everything comes from the environment, since process lists show arguments.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const { COMMAND, REPORTS, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, GITHUB_EVENT_PATH } = process.env

const files = { json: 'report.json', markdown: 'report.md', html: 'report.html', junit: 'report.xml' }
const annotationsFile = join(REPORTS, 'annotations.txt')

/** The inputs that there must be, and the variables that they reach us in. */
const required = { token: 'OPENCOPILOT_TOKEN', 'organization-id': 'OPENCOPILOT_ORGANIZATION_ID' }

try {
  const inputs = trimmed(process.env)
  const missing = Object.keys(required).filter((name) => !inputs[required[name]])
  if (missing.length > 0 && isFromFork()) skip(missing)
  else await check(inputs, missing)
} catch (error) {
  couldNotRun(error.message)
}

async function check(inputs, missing) {
  if (missing.length > 0) throw new Error(`${sayEmpty(missing)}. Is there such a secret or variable, by that name?`)
  const { exitCode, errors } = await verify(optionsFrom(inputs))
  const report = readReport()
  if (!report || exitCode === 2) couldNotRun(reasonFrom(errors) ?? `verify ended with ${exitCode} and no report`)
  else reportOn(report, exitCode)
}

function sayEmpty(names) {
  return names.length > 1 ? `The inputs ${names.join(' and ')} are empty` : `The input ${names[0]} is empty`
}

/** Whether it runs for a pull request from another repository: by design, such a run gets no secrets. */
function isFromFork() {
  try {
    const {
      pull_request: { head, base },
    } = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8'))
    return head.repo?.full_name !== base.repo.full_name
  } catch {
    return false
  }
}

/** Inputs may have blanks around them, which are no part of a value. */
function trimmed(env) {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.trim()]))
}

/** The options of verify that the inputs ask for. Each is one argument, so that no value is taken for another option. */
function optionsFrom(env) {
  const intrusive = env.VERIFY_INTRUSIVE || 'false'
  if (!['true', 'false'].includes(intrusive)) {
    throw new Error(`The input intrusive is "${intrusive}". Allowed: true, false`)
  }
  const valued = ['FAIL_ON', 'ONLY', 'SKIP', 'RATE', 'MAX_REQUESTS', 'MAX_TIME', 'TIMEOUT'].flatMap((name) => {
    const value = env[`VERIFY_${name}`]
    return value ? [`--${name.toLowerCase().replace('_', '-')}=${value}`] : []
  })
  return intrusive === 'true' ? [...valued, '--intrusive'] : valued
}

function verify(options) {
  const toFile = (reporter, file) => [`--reporter=${reporter}`, `--output=${file}`]
  const reports = Object.entries(files).flatMap(([reporter, file]) => toFile(reporter, join(REPORTS, file)))
  const args = ['verify', ...options, ...reports, ...toFile('github', annotationsFile), '--reporter=text']
  // The log shows what a server said, which the runner could take for commands of ours: it listens to none meanwhile.
  const resume = randomUUID()
  console.log(`::stop-commands::${resume}`)
  return new Promise((resolve, reject) => {
    let errors = ''
    const child = spawn(process.execPath, [COMMAND, ...args], {
      env: { ...process.env, FORCE_COLOR: '1' },
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text
      process.stderr.write(text)
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ exitCode: code ?? 2, errors }))
  }).finally(() => console.log(`::${resume}::`))
}

function readReport() {
  try {
    return JSON.parse(readFileSync(join(REPORTS, files.json), 'utf8'))
  } catch {
    return undefined
  }
}

function reportOn({ summary }, exitCode) {
  process.stdout.write(readFileSync(annotationsFile, 'utf8'))
  appendFileSync(GITHUB_STEP_SUMMARY, readFileSync(join(REPORTS, files.markdown), 'utf8'))
  const verdict = ['violated', 'advisory'].find((name) => summary[name] > 0) ?? 'held'
  const counts = Object.entries(summary).map(([name, count]) => [name.replace(' ', '-'), count])
  setOutputs({ verdict, 'exit-code': exitCode, ...Object.fromEntries(counts) })
}

/** The line that says why; a hint may follow it. */
function reasonFrom(errors) {
  const [, reason] = /^(?:error|opencopilot-chat): (.+)$/m.exec(errors) ?? []
  return reason?.trimEnd()
}

function skip(missing) {
  const reason = `${sayEmpty(missing)}, since a pull request from a fork gets no secrets. Nothing was checked.`
  console.log(`::notice title=Skipped::${reason}`)
  appendFileSync(GITHUB_STEP_SUMMARY, `## ➖ Skipped\n\n${reason}\n`)
  setOutputs({ verdict: 'skipped', 'exit-code': 0 })
}

function couldNotRun(reason) {
  console.log(`::error title=The check could not run::${reason.replaceAll('%', '%25')}`)
  appendFileSync(GITHUB_STEP_SUMMARY, `## ❌ The check could not run\n\n${reason.replace(/[\\`*_<>[\]]/g, '\\$&')}\n`)
  setOutputs({ verdict: 'could-not-run', 'exit-code': 2 })
}

function setOutputs(outputs) {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  appendFileSync(GITHUB_OUTPUT, lines.join(''))
}
