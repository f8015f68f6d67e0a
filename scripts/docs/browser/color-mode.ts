/** The button that turns the page dark or light. Redoc, where it is, has its own switch, which does the same and more. */
import { colorModeKey } from '../site.ts'

const root = document.documentElement
const button = document.querySelector<HTMLButtonElement>('.color-mode')
const system = matchMedia('(prefers-color-scheme: dark)')

const isDark = () => root.classList.contains('dark') || (!root.classList.contains('light') && system.matches)

function choose(mode: 'dark' | 'light') {
  const other = document.querySelector<HTMLButtonElement>('#redoc button:is([aria-label="light"], [aria-label="dark"])')
  if (other) return other.click()
  root.classList.remove('dark', 'light')
  root.classList.add(mode)
  try {
    localStorage.setItem(colorModeKey, mode)
  } catch {
    // Where nothing may be stored, the choice lasts as long as the page.
  }
}

function label() {
  if (button) button.textContent = isDark() ? 'Light' : 'Dark'
}

// On a phone the navigation is one row that scrolls: to where the reader is.
document.querySelector('.site-header [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })

if (button) {
  button.hidden = false
  button.addEventListener('click', () => choose(isDark() ? 'light' : 'dark'))
  system.addEventListener('change', label)
  new MutationObserver(label).observe(root, { attributeFilter: ['class'] })
  label()
}
