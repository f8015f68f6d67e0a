/** Shows the clauses that contain the words typed, of the group and the severity chosen. */
import { element } from './element.ts'

const words = element<HTMLInputElement>('find')
const group = element<HTMLSelectElement>('group')
const severity = element<HTMLSelectElement>('severity')
const sections = [...document.querySelectorAll<HTMLElement>('.clause-group')]

function filter() {
  const wanted = words.value.toLowerCase().split(/\s+/)
  let count = 0
  for (const section of sections) {
    let inSection = 0
    for (const clause of section.querySelectorAll<HTMLElement>('.clause')) {
      const text = clause.textContent?.toLowerCase() ?? ''
      clause.hidden = !(
        ['', section.dataset.group].includes(group.value) &&
        ['', clause.dataset.severity].includes(severity.value) &&
        wanted.every((word) => text.includes(word))
      )
      if (!clause.hidden) inSection++
    }
    section.hidden = inSection === 0
    count += inSection
  }
  element('found').textContent = `${count} ${count === 1 ? 'clause' : 'clauses'}`
}

const form = element<HTMLFormElement>('filter')
form.hidden = false
form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
// A link to a clause shows it, whatever was filtered before.
addEventListener('hashchange', () => {
  form.reset()
  filter()
  document.querySelector(':target')?.scrollIntoView()
})
filter()
