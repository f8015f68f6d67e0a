import { execFile } from 'node:child_process'
import { platform } from 'node:process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { curlLine } from './curl.ts'
import { shownToken } from './secrets.ts'

const url = 'https://chat.example/backend/chat/acme?page=2'

it('repeats a request with the token as a variable', () => {
  expect(curlLine({ method: 'GET', url, authorization: `Bearer ${shownToken}` })).toBe(
    `curl --include --header "Authorization: Bearer ${shownToken}" '${url}'`,
  )
})

it('names the method, and sends no header that was not sent', () => {
  expect(curlLine({ method: 'DELETE', url, authorization: null })).toBe(`curl --include --request DELETE '${url}'`)
})

it.skipIf(platform === 'win32')('says in a shell what was sent, whatever it holds', async () => {
  const hostile = `https://chat.example/'$(id)"\`id\`\\${shownToken}$HOME`
  const line = curlLine({ method: 'GET', url: hostile, authorization: `Bearer ${shownToken.replace('}', '%????}')}` })
  const printed = line.replace('curl --include', "printf '%s\\n'")
  const env = { OPENCOPILOT_TOKEN: 'secret-1234', HOME: '/nowhere', PATH: process.env.PATH }
  const { stdout } = await promisify(execFile)('sh', ['-c', printed], { env })
  expect(stdout.split('\n')).toEqual([
    '--header',
    'Authorization: Bearer secret-',
    `https://chat.example/'$(id)"\`id\`\\secret-1234$HOME`,
    '',
  ])
})
