import { InvalidArgumentError } from 'commander'

/** Where the local servers listen unless told otherwise. */
export const defaultPorts = { mock: 4010, sandbox: 4020 } as const

/** Reads a `--port` option: 0 takes a free port. */
export function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError('Allowed: 0 (a free port) to 65535.')
  return port
}

/** One line for what kept a server from listening; undefined for anything else. */
export function listenProblem(error: unknown, port: number, host: string): string | undefined {
  // Some servers hand on the words of the system's error without its code.
  const [code] = /\bE[A-Z]{4,}\b/.exec(String(error)) ?? []
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with --port, or --port 0 for a free one.`
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose one above 1023 with --port.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `--host ${host} is no address of this machine.`
  return undefined
}
