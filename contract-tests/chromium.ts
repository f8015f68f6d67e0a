import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const executablePath = '/usr/bin/chromium'

/** Why there is no browser to test with; undefined where there is one. */
export const whyNoChromium = existsSync(executablePath)
  ? undefined
  : `${executablePath} is not there (Debian: apt-get install chromium)`

/** Starts the browser, with nothing that it does of its own accord. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** Closes the network to all but the given origins and files, and collects what pages ask of others. */
export async function closeNetwork(context: BrowserContext, ...origins: string[]): Promise<string[]> {
  const outside: string[] = []
  await context.route('**/*', (route) => {
    const url = route.request().url()
    if (/^(file|data|blob):/.test(url) || origins.some((origin) => url.startsWith(`${origin}/`)))
      return route.continue()
    outside.push(url)
    return route.abort()
  })
  return outside
}
