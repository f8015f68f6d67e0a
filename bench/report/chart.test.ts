import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { bench } from '../paths.ts'
import { readResults } from '../results.ts'
import { chart } from './chart.ts'

const drawn = chart(await readResults(bench))

it('is the picture of the results that are there', async () => {
  expect(await readFile(`${bench}/chart.svg`, 'utf8')).toBe(drawn)
})

it('stands on a ground of its own in both schemes, since a dark system may show a light page', () => {
  const [light = '', dark = ''] = drawn.split('@media (prefers-color-scheme: dark)')
  expect(light).toMatch(/\.ground \{ fill: #ffffff/)
  expect(dark).toMatch(/\.ground \{ fill: #0d1117/)
  expect(drawn.indexOf('<rect class="ground"')).toBeLessThan(drawn.indexOf('<text'))
})
