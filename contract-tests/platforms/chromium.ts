import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

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
