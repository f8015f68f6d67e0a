#!/usr/bin/env node
import { run } from './run.ts'

// Whoever writes is told of a failure. Without a listener it would end the process too, with a stack trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

process.exitCode = await run(process.argv.slice(2))
