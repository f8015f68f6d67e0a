import { connect, Socket } from 'node:net'
import { expect, it } from 'vitest'

it('lets no test ask another machine', async () => {
  const refused = /^A test asks chat\.example: /
  await expect(fetch('http://chat.example/')).rejects.toMatchObject({
    cause: { message: expect.stringMatching(refused) },
  })
  expect(() => connect(443, 'chat.example')).toThrow(refused)
  expect(() => new Socket().connect({ port: 443, host: 'chat.example' })).toThrow(refused)
  expect(() => new Socket().connect(443, 'chat.example')).toThrow(refused)
})

it('goes through no proxy', () => {
  expect(Object.keys(process.env).filter((name) => /_proxy$/i.test(name))).toEqual([])
})
