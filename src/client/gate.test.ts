import { expect, it } from 'vitest'
import { type Gate, takeTurn } from './gate.ts'

it('is clear as long as nobody has to wait', () => {
  const gate: Gate = { until: 0 }
  expect(gate.clear).toBeUndefined()
})

it('has those who must wait go one by one, in order, and all others after them', async () => {
  const gate: Gate = { until: 0 }
  const order: string[] = []
  const pass = async (name: string) => {
    const end = await takeTurn(gate)
    order.push(`${name} in`)
    await Promise.resolve()
    order.push(`${name} out`)
    end()
  }
  const turns = [pass('first'), pass('second'), pass('third')]
  await gate.clear
  order.push('clear')
  await Promise.all(turns)
  expect(order).toEqual(['first in', 'first out', 'second in', 'second out', 'third in', 'third out', 'clear'])
})

it('goes on after a turn that ended in a failure', async () => {
  const gate: Gate = { until: 0 }
  const failing = async () => {
    const end = await takeTurn(gate)
    try {
      throw new Error('failed')
    } finally {
      end()
    }
  }
  await expect(failing()).rejects.toThrow('failed')
  expect(await takeTurn(gate)).toBeTypeOf('function')
})
