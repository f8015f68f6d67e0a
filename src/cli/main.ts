#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts'
import { run } from './run.ts'

// Whoever reads our output may stop reading, as `head` does. That is no failure, and there is nobody to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exitCodes.done)
  })
}

process.exitCode = await run(process.argv.slice(2))
