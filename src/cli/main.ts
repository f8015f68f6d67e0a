#!/usr/bin/env node
import { run } from './run.ts'

// Whoever reads the output may stop reading, as `head` does. That is no failure, and the exit code stays what it is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

process.exitCode = await run(process.argv.slice(2))
