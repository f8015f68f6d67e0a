import { describe, expect, it } from 'vitest'
import { Probe } from './probe.ts'
import { testClock } from './testing/clock.ts'
import { listRequest } from './testing/conversations.ts'
import { fetchOf, json } from './testing/server.ts'

const target = { baseUrl: 'https://chat.example', token: 'made-up', organizationId: 'acme' }
const unavailable = (headers = {}) => new Response('<html>503</html>', { status: 503, headers })

function probeOf(handler: (count: number, now: number) => Response) {
  const clock = testClock()
  const { fetch } = fetchOf((_, count) => handler(count, clock.now()))
  return { clock, probe: new Probe({ target, fetch, clock, timeout: 1000, maxRequests: 1000 }) }
}

const statuses = ({ exchanges }: Probe) => exchanges.map(({ answer }) => answer?.status)

describe('503', () => {
  it('with Retry-After is obeyed, and no answer', async () => {
    const { probe, clock } = probeOf((count) => (count === 1 ? unavailable({ 'Retry-After': '3' }) : json([])))
    expect((await probe.send(listRequest)).answer?.status).toBe(200)
    expect(clock.waits).toEqual([3000])
    expect(statuses(probe)).toEqual([200])
    expect(probe.refusals).toEqual([])
  })

  it('is a limit of the rate where it comes at once again, and not after a pause', async () => {
    let next = 0
    const { probe } = probeOf((_, now) => {
      if (now < next) return unavailable()
      next = now + 100
      return json([])
    })
    for (let request = 0; request < 40; request++)
      await probe.send({ ...listRequest, ...(request % 2 && { wellFormed: true }) })
    expect(new Set(statuses(probe))).toEqual(new Set([200]))
    expect(probe.refusals.length).toBeGreaterThan(1)
  })

  it('is a failure where it comes now and then, whatever the pace', async () => {
    const { probe, clock } = probeOf((count) => (count % 5 ? json([]) : unavailable()))
    for (let request = 0; request < 20; request++) await probe.send({ ...listRequest, wellFormed: true })
    expect(statuses(probe).filter((status) => status === 503)).toHaveLength(4)
    expect(probe.refusals).toEqual([])
    expect(clock.now()).toBe(0)
  })

  it('is a failure where a request is answered so whatever the pause, and the next is not waited for', async () => {
    const { probe, clock } = probeOf(() => unavailable())
    expect((await probe.send(listRequest)).answer?.status).toBe(503)
    const first = clock.now()
    await probe.send(listRequest)
    expect(clock.waits.filter((wait) => wait >= 500)).toEqual([1000, 2000, 4000])
    expect(clock.now() - first).toBeLessThan(5000)
  })
})
