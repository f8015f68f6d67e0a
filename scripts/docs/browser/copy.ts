/** Gives every block of code a button that copies it: of a recorded session the commands alone. */

const shown = 1500

for (const button of document.querySelectorAll<HTMLButtonElement>('.copy')) {
  const code = button.parentElement?.querySelector('code')
  if (!code) continue
  const label = button.textContent
  button.hidden = false
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(textToCopy(code.textContent ?? ''))
      button.textContent = 'Copied'
    } catch {
      // Where a page may not write to the clipboard, the reader's own keys do.
      getSelection()?.selectAllChildren(code)
      button.textContent = 'Selected'
    }
    setTimeout(() => {
      button.textContent = label
    }, shown)
  })
}

function textToCopy(text: string): string {
  const commands = [...text.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command)
  return commands.length > 0 ? commands.join('\n') : text
}
