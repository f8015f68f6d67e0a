/** What Redoc leaves to be wished for: names that say what a button shows. */

const redoc = document.querySelector('#redoc')

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
}
