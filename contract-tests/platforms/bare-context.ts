import { createContext, Script } from 'node:vm'
import type { Report, ScenarioInput } from './scenario.ts'

/** All that there is besides the language: no process, no Buffer, no require, no import, and no code from strings. */
const webGlobals = {
  AbortController,
  AbortSignal,
  DOMException,
  Headers,
  Request,
  Response,
  ReadableStream,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  btoa,
  clearTimeout,
  console,
  fetch,
  performance,
  queueMicrotask,
  setTimeout,
}

/** Runs the scenario, bundled as a script that defines the global `platform`, in a context that has web standards only. */
export async function runInBareContext(bundle: string, input: ScenarioInput): Promise<Report> {
  const context = createContext({ ...webGlobals }, { codeGeneration: { strings: false, wasm: false } })
  new Script(bundle, { filename: 'bundle.js' }).runInContext(context)
  const call = new Script(`platform.scenario(${JSON.stringify(input)}).then(JSON.stringify)`)
  return JSON.parse(await call.runInContext(context))
}
