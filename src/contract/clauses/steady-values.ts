import type { Rule } from '../clause.ts'
import { assumed } from '../evidence.ts'
import type { Exchange } from '../exchange.ts'
import { type List, nounOf } from '../operation.ts'
import { type Sighting, sightingsOf } from '../walk.ts'
import { ownLists } from './lists.ts'

export const steadyValues = ({ operation }: List): Rule => ({
  id: 'steady-values',
  group: 'steadiness',
  says: `The values of a ${nounOf(operation).one} do not change and change back`,
  statement: assumed(operation),
  severity: 'violated',
  last: true,
  async judge(check) {
    await check.survey.forward()
    const suspect = returning(sightingsOf(ownLists(check)))
    if (!suspect) return []
    // Somebody may have set a value and taken it back. Whoever reads it over and over must not see it sway.
    const readings: Exchange[] = []
    for (let time = 0; time < rereadings; time++) readings.push(await check.ask.again(suspect.exchange.query))
    const proof = returning(sightingsOf(readings))
    if (!proof) return []
    return [
      {
        expected: 'a value that stays, or changes for good',
        actual: `${proof.field} as it was before it changed`,
        exchanges: [proof.exchange],
        at: `/${proof.index}/${proof.field}`,
      },
    ]
  },
})

const rereadings = 8

/** The first item with a field that took a value again which it had given up before. */
function returning(sightings: Sighting[]): (Sighting & { field: string }) | undefined {
  const histories = new Map<string, Map<string, unknown[]>>()
  for (const sighting of sightings) {
    const { id, values } = sighting.item
    const fields = histories.get(id) ?? new Map<string, unknown[]>()
    histories.set(id, fields)
    for (const [field, value] of Object.entries(values)) {
      const comparable = typeof value === 'object' ? JSON.stringify(value) : value
      const history = fields.get(field) ?? []
      fields.set(field, history)
      if (comparable === history.at(-1)) continue
      if (history.includes(comparable)) return { ...sighting, field }
      history.push(comparable)
    }
  }
  return undefined
}
