/** Runs before the first paint, so that a page in a chosen colour mode doesn't flash the other one. */
import { colorModeKey } from '../site.ts'

try {
  const mode = localStorage.getItem(colorModeKey)
  if (mode === 'light' || mode === 'dark') document.documentElement.classList.add(mode)
} catch {
  // Where nothing is stored, the system's mode it is.
}
