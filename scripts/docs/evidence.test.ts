import { expect, it } from 'vitest'
import { type Contract, readContract } from '../generate/contract.ts'
import { evidenceBadge, readEvidenceMeanings } from './evidence.ts'

it('reads the strengths and their meanings out of the contract', async () => {
  const meanings = readEvidenceMeanings(await readContract('openapi/openapi.yaml'))
  expect([...meanings.keys()]).toEqual(['documented', 'example', 'history', 'assumed'])
  expect([...meanings.values()].every((meaning) => meaning.length > 10)).toBe(true)
})

it('says what is missing', () => {
  const contract = { info: { title: '', version: '', description: 'No table.' } } as Contract
  expect(() => readEvidenceMeanings(contract)).toThrow('has no table of x-evidence')
})

it('shows a strength as a word', () => {
  expect(evidenceBadge('assumed').markup).toBe('<span class="evidence evidence-assumed">assumed</span>')
})
