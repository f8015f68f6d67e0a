#!/usr/bin/env node
import { run } from './run.ts'

// The code that writes handles the failure. Without a listener it would also end the process, with a stack trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await run(process.argv.slice(2))
