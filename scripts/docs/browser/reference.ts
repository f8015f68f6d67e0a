/** What Redoc leaves to be wished for: the one operation open from the start, and names that say what a button shows. */

const redoc = document.querySelector('#redoc')

/** Redoc folds the operations of a tag, though here is only one. The button comes late, and does nothing at first. */
function unfold(attempts: number, clicked = false) {
  const button = [...(redoc?.querySelectorAll('button') ?? [])].find((one) => /^\+\s*Show$/.test(one.textContent ?? ''))
  if (attempts === 0 || (clicked && !button)) return scrollTo(0, 0)
  button?.click()
  setTimeout(() => unfold(attempts - 1, button !== undefined), 50)
}

/** A name that leaves out the words on the button can't be spoken to it (WCAG 2.5.3). */
function nameByContent(): void {
  for (const button of redoc?.querySelectorAll('button[aria-label]') ?? []) {
    const words = button.textContent?.trim() ?? ''
    if (words !== '' && !button.getAttribute('aria-label')?.includes(words)) button.removeAttribute('aria-label')
  }
}

if (redoc) {
  new MutationObserver(nameByContent).observe(redoc, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-label'],
  })
  nameByContent()
  if (!location.hash.startsWith('#/')) unfold(60)
}
