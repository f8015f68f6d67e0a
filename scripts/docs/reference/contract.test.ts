import { beforeAll, describe, expect, it } from 'vitest'
import { type Contract, readContract } from '../../generate/contract.ts'
import { readEvidenceMeanings } from '../evidence.ts'
import { readableContract } from './contract.ts'

let contract: Contract
let readable: Contract

beforeAll(async () => {
  contract = await readContract('openapi/openapi.yaml')
  readable = readableContract(contract, readEvidenceMeanings(contract))
})

const field = (name: string) => readable.components.schemas.Conversation?.properties?.[name]?.description

describe('readableContract', () => {
  it('turns each strength into a badge, and leaves no extension to be shown raw', () => {
    const [before, after] = [contract, readable].map((one) => JSON.stringify(one))
    expect(after).not.toMatch(/"x-(evidence|evidence-of|extensible-enum|available-when)":/)
    const statements = before?.match(/"x-evidence":/g)?.length ?? 0
    expect(after?.match(/class=\\"known\\"/g)).toHaveLength(statements)
  })

  it('says how well a part of a statement is known', () => {
    expect(field('created_at')).toContain('format <span class="evidence evidence-example">example</span>')
    expect(field('handoff_sentiment')).toContain('the known values <span class="evidence evidence-history">')
  })

  it('says the known values of an open set, for a field and for a parameter', () => {
    expect(field('channel')).toContain('Known values: `whatsapp`, `email`, `web`, `phone`; others may come.')
    expect(JSON.stringify(readable.components.parameters)).toContain('Known values: `created_at`')
    expect(field('summary')).toContain('Has a value only where `handoff` is `true`.')
  })

  it('leaves examples and the contract itself as they are', async () => {
    expect(readable.components.examples).toEqual(contract.components.examples)
    expect(contract).toEqual(await readContract('openapi/openapi.yaml'))
  })
})
