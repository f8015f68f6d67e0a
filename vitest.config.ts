import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Milliseconds. */
const longest = 600_000

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'contract-tests/**/*.test.ts', 'examples/**/*.test.{ts,tsx}'],
    // The samples import the package by its name, as everybody does.
    alias: [{ find: /^opencopilot-chat$/, replacement: fileURLToPath(new URL('src/index.ts', import.meta.url)) }],
    setupFiles: ['contract-tests/setup.ts'],
    sequence: { shuffle: true },
    // As many workers as there are processors: the main thread has little to do.
    maxWorkers: '100%',
    // Only against what hangs: on a busy machine anything may take minutes.
    testTimeout: longest,
    hookTimeout: longest,
    // Less than the 4 s after which idle connections close by themselves, and the 10 s after which undici gives up opening one:
    // what a test waits for is to happen before.
    expect: { poll: { timeout: 3_000 } },
  },
})
