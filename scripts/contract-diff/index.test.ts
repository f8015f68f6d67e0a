import { describe, expect, it } from 'vitest'
import { diffContracts, renderDiff } from './index.ts'
import { type Edit, editedContract } from './testing/edited-contract.ts'

async function report(...edits: Edit[]): Promise<string> {
  const { changes, step } = await diffContracts(await editedContract(), await editedContract(...edits))
  return renderDiff(changes, step)
}

describe('diffContracts', () => {
  it('says that nothing changed', async () => {
    expect(await report()).toBe('## ✅ Contract 0.1.0 → 0.1.0\n\nNothing changed.\n')
  })

  it('takes the rating of redocly diff for what is gone', async () => {
    const text = await report(["        '404':\n          $ref: '#/components/responses/NotFound'\n", ''])
    expect(text).toContain('❌ Contract 0.1.0 → 0.1.0')
    expect(text).toContain(
      '**1 major, 0 minor, 0 patch.** These changes need version 0.2.0 or above, but info.version says 0.1.0.',
    )
    expect(text).toContain('| 🔴 major | response 404 |')
  })

  it('rates higher what redocly diff rates too low, and lists it once', async () => {
    const text = await report(['default: 10', 'default: 25'])
    expect(text).toContain('**1 major, 0 minor, 0 patch.**')
    expect(text).toContain(
      '| 🔴 major | parameter `limit` | `default` was `10`, is `25` | whoever leaves it out gets something else |',
    )
  })

  it('is content with a breaking change that the version declares', async () => {
    const text = await report(['security:\n  - bearerToken: []', 'security: []'], ['version: 0.1.0', 'version: 0.2.0'])
    expect(text).toContain('✅ Contract 0.1.0 → 0.2.0')
    expect(text).toContain(
      '**1 major, 0 minor, 0 patch.** Version 0.2.0 declares these changes; 0.2.0 is the least that would.',
    )
  })

  it('asks for a patch step for a new field, and for nothing now for other words', async () => {
    const field =
      'language:\n          type: string\n          description: The language.\n          x-evidence: assumed\n        '
    expect(await report(['        meta:\n', `        ${field}meta:\n`])).toContain('need version 0.1.1 or above')
    const words = await report(['The unique identifier of the conversation.', 'The id.'])
    expect(words).toContain('✅')
    expect(words).toContain('Words and examples alone: version 0.1.1 can wait for the next release.')
  })

  it('refuses a contract that refers to what is not there', async () => {
    const original = await editedContract()
    const file = await editedContract(['examples/empty.json', 'examples/nowhere.json'])
    await expect(diffContracts(original, file)).rejects.toThrow(/nowhere\.json/)
    await expect(diffContracts(file, original)).rejects.toThrow(/nowhere\.json/)
  })
})
