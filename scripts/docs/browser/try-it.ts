/** The page that sends a request: reads the form, sends, shows what came. The token never leaves the page's memory but as a header. */

import { nounOf } from '../../../src/contract/operation.ts'
import { judgeBody } from './answer.ts'
import { element } from './element.ts'
import { readExports } from './exports.ts'
import { operationNamed, type PreparedRequest, prepareRequest } from './request.ts'

const form = element<HTMLFormElement>('request')
const status = element('status')
const answer = element('answer')
const choice = document.querySelector<HTMLSelectElement>('#operation')
const fieldsets = [...form.querySelectorAll<HTMLFieldSetElement>('[data-operation]')]
const turns = { previous: element<HTMLButtonElement>('previous'), next: element<HTMLButtonElement>('next') }

/** Milliseconds after which an answer is no longer waited for. */
const timeout = 30_000
/** Characters of a body that are shown: beyond this the page gets slow to read in more than one way. */
const longest = 500_000

let running: AbortController | undefined

/** The operation that is chosen, and the fields of its parameters; there is no choice where the contract has one. */
function chosen() {
  const name = choice?.value ?? fieldsets[0]?.dataset.operation ?? ''
  const fields = fieldsets.filter(({ dataset }) => dataset.operation === name)
  const inputs = fields.flatMap((fieldset) => [
    ...fieldset.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-parameter]'),
  ])
  const operation = operationNamed(name)
  const page = inputs.find(({ dataset }) => dataset.parameter === operation.list?.page)
  return { operation, inputs, page }
}

function prepare(): PreparedRequest | string {
  const { operation, inputs } = chosen()
  try {
    return prepareRequest({
      operation: operation.id,
      baseUrl: element<HTMLInputElement>('base-url').value.trim(),
      token: element<HTMLInputElement>('token').value.trim(),
      parameters: Object.fromEntries(inputs.map(({ dataset, value }) => [dataset.parameter, value.trim()])),
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function showCurl() {
  const request = prepare()
  element('curl').textContent = typeof request === 'string' ? `# ${request}` : request.curl
}

async function send() {
  running?.abort()
  const request = prepare()
  answer.hidden = true
  for (const button of Object.values(turns)) button.disabled = true
  if (typeof request === 'string') {
    showAnswer()
    return say(`Not sent: ${request}`, 'bad')
  }
  const { url, headers } = request
  const control = new AbortController()
  running = control
  const timer = setTimeout(() => control.abort('timeout'), timeout)
  const start = performance.now()
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1)
  say('Waiting for the answer …')
  const ticking = setInterval(() => elapsed(`${seconds()} s`), 100)
  document.body.classList.add('sending')
  showAnswer()
  try {
    const response = await fetch(url, {
      headers,
      signal: control.signal,
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
    const text = await response.text()
    const milliseconds = Math.round(performance.now() - start)
    if (running === control) show(response, text, milliseconds)
  } catch {
    if (running === control) say(failure(control.signal, new URL(url).origin), 'bad')
  } finally {
    clearTimeout(timer)
    clearInterval(ticking)
    if (running === control) {
      elapsed('')
      document.body.classList.remove('sending')
    }
  }
}

/** Apart from the status, which is read out each time it changes. */
const elapsed = (text: string) => {
  element('elapsed').textContent = text
}

/** Brings what comes into view, and leaves the focus where it is. */
const showAnswer = () => element('answer-title').scrollIntoView({ block: 'start' })

const failure = ({ aborted }: AbortSignal, origin: string) =>
  aborted
    ? `No whole answer from ${origin} within ${timeout / 1000} s.`
    : `No answer from ${origin}. Is it running (npm run sandbox, npm run mock), and does it let pages of other origins read its answers (CORS)?`

function show(response: Response, text: string, milliseconds: number) {
  if (response.type === 'opaqueredirect') {
    return say('The server redirects. That is not followed, so that the token stays with the server it is for.', 'bad')
  }
  const { operation } = chosen()
  const { text: body, count, verdict, holds, problems } = judgeBody(operation, response.status, text)
  const { one, many } = nounOf(operation)
  const size = count === undefined ? '' : `, ${count} ${count === 1 ? one : many}`
  say(
    `${`${response.status} ${response.statusText}`.trim()}${size}, in ${milliseconds} ms`,
    response.ok ? 'good' : 'bad',
  )
  element('verdict').textContent = verdict
  element('verdict').className = holds ? 'good' : 'bad'
  element('problems').replaceChildren(...problems.map((problem) => withText('li', problem)))
  element('headers').replaceChildren(
    ...[...response.headers].flatMap(([name, value]) => [withText('dt', name), withText('dd', value)]),
  )
  element('body').textContent =
    body.length > longest ? `${body.slice(0, longest)}\n… ${body.length - longest} characters more` : body
  answer.hidden = false
  turns.previous.disabled = !operation.list || currentPage() <= firstPage()
  turns.next.disabled = !operation.list || !count
}

function firstPage() {
  const { operation } = chosen()
  return Number(operation.parameters[operation.list?.page ?? '']?.default ?? 1)
}

const currentPage = () => Number(chosen().page?.value || firstPage())

function turn(by: number) {
  const { page } = chosen()
  if (page) page.value = String(currentPage() + by)
  showCurl()
  return send()
}

function say(text: string, kind: 'good' | 'bad' | 'note' = 'note') {
  status.textContent = text
  status.className = kind
}

function withText(name: string, text: string) {
  const node = document.createElement(name)
  node.textContent = text
  return node
}

/** Fills in the form from what the sandbox printed, pasted whole into any of its fields. */
function paste(event: ClipboardEvent) {
  const pasted = readExports(event.clipboardData?.getData('text') ?? '')
  if (pasted.size === 0) return
  event.preventDefault()
  const fields = { '#base-url': 'BASE_URL', '#token': 'TOKEN', '[data-parameter=organization_id]': 'ORGANIZATION_ID' }
  for (const [selector, name] of Object.entries(fields)) {
    const value = pasted.get(`OPENCOPILOT_${name}`)
    for (const field of form.querySelectorAll<HTMLInputElement>(selector)) if (value !== undefined) field.value = value
  }
  showCurl()
  say('Filled in from what you pasted.')
}

/** Shows the fields of the operation that is chosen, and takes the answer of another away. */
function choose() {
  const { operation } = chosen()
  for (const fieldset of fieldsets) fieldset.hidden = fieldset.dataset.operation !== operation.id
  running?.abort()
  answer.hidden = true
  for (const button of Object.values(turns)) button.disabled = true
  say('Nothing sent yet.')
  showCurl()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void send()
})
form.addEventListener('input', showCurl)
choice?.addEventListener('change', choose)
form.addEventListener('paste', paste)
turns.previous.addEventListener('click', () => void turn(-1))
turns.next.addEventListener('click', () => void turn(1))
showCurl()
