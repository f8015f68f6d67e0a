import { expect, it } from 'vitest'
import { cutScripts } from './cut-scripts.ts'

it('moves what stands in the page into files, in their order, and leaves the others', async () => {
  const { page, scripts } = await cutScripts(
    '<script>one()</script><script src="own.js" defer></script><script type="module">two("$&", import.meta.url)</script>',
    'assets',
  )
  expect(page).toBe(
    '<script src="assets/redoc-1.js"></script><script src="own.js" defer></script><script src="assets/redoc-2.js" defer></script>',
  )
  expect([...scripts.keys()]).toEqual(['assets/redoc-1.js', 'assets/redoc-2.js'])
  expect(scripts.get('assets/redoc-1.js')).toBe('one()')
  expect(scripts.get('assets/redoc-2.js')).toMatch(/^\(\(\) => \{[\s\S]*two\("\$&", \w+\.url\);/)
})
