import { expect, it } from 'vitest'
import { IncompleteError, NoRoomError, readBody } from './read-body.ts'

const never = new Promise<never>(() => {})
const body = (...sizes: number[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const size of sizes) controller.enqueue(new Uint8Array(size))
        controller.close()
      },
    }),
  )

it('takes what it reads from the room, and gives it back where that is not enough', async () => {
  const room = { bytes: 10, values: 0 }
  expect(await readBody(body(3, 3), never, room)).toEqual({ bytes: new Uint8Array(6), isWhole: true })
  expect(room.bytes).toBe(4)
  await expect(readBody(body(3, 3), never, room)).rejects.toBeInstanceOf(NoRoomError)
  expect(room.bytes).toBe(4)
})

it('leaves the room to the bodies that fit, while one does not', async () => {
  const room = { bytes: 10, values: 0 }
  const large = readBody(body(11), never, room)
  const small = [1, 2, 3].map((size) => readBody(body(size), never, room))
  await expect(large).rejects.toBeInstanceOf(NoRoomError)
  expect((await Promise.all(small)).map(({ bytes }) => bytes.length)).toEqual([1, 2, 3])
  expect(room.bytes).toBe(4)
})

it('gives the room back where a body breaks off, or is given up', async () => {
  const room = { bytes: 10, values: 0 }
  const breaking = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(2))
      controller.error(new TypeError('terminated'))
    },
  })
  await expect(readBody(new Response(breaking), never, room)).rejects.toBeInstanceOf(IncompleteError)
  const stalling = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(2)) })
  const reason = new Error('given up')
  const aborted = new Promise<never>((_, reject) => setTimeout(reject, 5, reason))
  await expect(readBody(new Response(stalling), aborted, room)).rejects.toBe(reason)
  expect(room.bytes).toBe(10)
})
