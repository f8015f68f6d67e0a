import type { ErrorClass, ErrorMember } from '../error-classes.ts'
import { codeBlock } from '../highlight.ts'
import { type Html, html } from '../html.ts'
import type { Page } from '../layout.ts'
import { renderInline } from '../markdown.ts'
import { pageOf } from '../site.ts'

/** The reference of the errors, from the classes' own sources. */
export function errorsPage(classes: readonly ErrorClass[]): Page {
  const base = classes.find(({ code }) => code === undefined)
  const errors = classes.filter((one) => one !== base)
  if (!base || errors.length === 0) throw new Error('src/client/errors has no base class, or no error with a code.')
  return {
    file: 'errors.html',
    body: html`<h1>${pageOf('errors.html').title}</h1>
<p class="lead">${pageOf('errors.html').about}</p>
<div class="wide" tabindex="0" role="group" aria-label="All errors"><table class="stacks">
<thead><tr><th scope="col">Class</th><th scope="col"><code>code</code></th><th scope="col">What happened</th></tr></thead>
<tbody>
${errors.map(({ name, code = '', description }) => html`<tr><td><a href="#${name}"><code>${name}</code></a></td><td><code>${code}</code></td><td>${renderInline(description)}</td></tr>`)}
</tbody>
</table></div>
<h2 id="branch-on-the-code">Branch on the code</h2>
<p>A <code>code</code> is stable; a message is for people and may change.</p>
${codeBlock(sample(base, errors), 'typescript')}
${[base, ...errors].map((error) => reference(error, base))}`,
    contents: [
      { id: 'branch-on-the-code', title: 'Branch on the code' },
      ...[base, ...errors].map(({ name }) => ({ id: name, title: name })),
    ],
  }
}

function sample(base: ErrorClass, errors: readonly ErrorClass[]): string {
  const width = Math.max(...errors.map(({ code = '' }) => code.length))
  const cases = errors.map(({ code = '', name }) => `    case '${code}':${' '.repeat(width - code.length)} // ${name}`)
  return `try {
  await chat.listConversations(organizationId)
} catch (error) {
  if (!(error instanceof ${base.name})) throw error
  switch (error.code) {
${cases.join('\n')}
      console.error(error.message)
  }
}`
}

const reference = (error: ErrorClass, base: ErrorClass): Html => html`<h2 id="${error.name}">${error.name}</h2>
${error.code !== undefined && html`<p class="facts"><code>${error.code}</code> <span>extends <code>${error.base}</code></span></p>`}
<p>${renderInline(error.description)}</p>
${error.members.length > 0 && members(error, base)}`

const members = (
  { name, members }: ErrorClass,
  base: ErrorClass,
): Html => html`<div class="wide" tabindex="0" role="group" aria-label="Members of ${name}"><table class="stacks">
<thead><tr><th scope="col">Member</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${members.map((member) => html`<tr><td><code>${member.name}</code></td><td><code>${member.type}</code>${member.optional && ', if there is one'}</td><td>${renderInline(meaningOf(member, base))}</td></tr>`)}
</tbody>
</table></div>`

/** A member that a class declares again without words of its own means what the base says. */
const meaningOf = ({ name, description }: ErrorMember, base: ErrorClass) =>
  description || base.members.find((member) => member.name === name)?.description || ''
