/** What Redoc lacks: names that say what a button shows, and what a dialog is. */

const redoc = document.querySelector('#redoc')

/** A name that leaves out the words on the button can't be spoken to it (WCAG 2.5.3). */
function nameByContent(): void {
  for (const button of redoc?.querySelectorAll('button[aria-label]') ?? []) {
    const words = button.textContent?.trim() ?? ''
    if (words !== '' && !button.getAttribute('aria-label')?.includes(words)) button.removeAttribute('aria-label')
  }
}

/** The dialog is drawn anew each time it opens, and its button once there is something to clear. */
function nameSearch(): void {
  const dialog = document.querySelector('[data-testid=search-dialog]')
  dialog?.setAttribute('role', 'dialog')
  dialog?.setAttribute('aria-modal', 'true')
  for (const [part, name] of [
    [dialog, 'Search'],
    [dialog?.querySelector('header button'), 'Clear'],
  ] as const) {
    // Setting it again would be one more change to look at, and so on for ever.
    if (part && !part.hasAttribute('aria-label')) part.setAttribute('aria-label', name)
  }
}

if (redoc) {
  const improve = () => {
    nameByContent()
    nameSearch()
  }
  // The dialog is outside of Redoc's own element.
  new MutationObserver(improve).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-label'],
  })
  improve()
}
