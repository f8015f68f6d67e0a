import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../src/testing/temporary-folder.ts'
import { type StaticServer, startStaticServer } from './static-server.ts'

let folder: string
let server: StaticServer

beforeEach(async () => {
  folder = await temporaryFolder()
  await mkdir(join(folder, 'site/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'site/index.html'), '<p>Hello</p>')
  await writeFile(join(folder, 'site/assets/a.css'), 'p {}')
  server = await startStaticServer({ folder: join(folder, 'site'), base: '/docs' })
})

afterEach(() => server.close())

/** The status for a path exactly as given: fetch would tidy it up. */
const statusOf = (path: string) =>
  new Promise((resolve, reject) => {
    request(new URL(server.url), { path }, (response) => resolve(response.resume().statusCode))
      .once('error', reject)
      .end()
  })

describe('startStaticServer', () => {
  it('serves the entry page and files by their type, below its base', async () => {
    expect(server.url).toMatch(/\/docs\/$/)
    const page = await fetch(server.url)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toMatch(/^<p>Hello<\/p><script src="\/docs\/-\/reload\.js"><\/script>$/)
    expect(await (await fetch(`${server.url}-/reload.js`)).text()).toContain("EventSource('/docs/-/reload')")
    const style = await fetch(`${server.url}assets/a.css`)
    expect([style.headers.get('content-type'), await style.text()]).toEqual(['text/css; charset=utf-8', 'p {}'])
  })

  it.each([
    '/docs/../secret.txt',
    '/docs/%2e%2e/secret.txt',
    '/docs/assets/..%2f..%2fsecret.txt',
    '/docs//etc/passwd',
    '/docs/%00',
    '/docs/%',
    '/docs/assets',
    '/index.html',
    '/',
  ])('answers 404 for %s', async (path) => {
    expect(await statusOf(path)).toBe(404)
  })

  it('keeps a stream open by which pages notice that it was started again', async () => {
    const stream = await fetch(`${server.url}-/reload`)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toBe('retry: 300\n\n')
    const rest = reader?.read()
    await server.close()
    await expect(rest).rejects.toThrow()
  })

  it('has a page load itself again when the stream opens for the second time', async () => {
    const script = await (await fetch(`${server.url}-/reload.js`)).text()
    let open = () => {}
    class EventSource {
      set onopen(told: () => void) {
        open = told
      }
    }
    let loads = 0
    runInNewContext(script, { EventSource, location: { reload: () => loads++ } })
    open()
    expect(loads).toBe(0)
    open()
    expect(loads).toBe(1)
  })
})
