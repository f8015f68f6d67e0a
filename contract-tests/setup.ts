import { Socket } from 'node:net'
import { liveTarget } from './live/target.ts'

// No test asks anybody but this machine, whatever it forgot to hand in and however the machine is configured: not the server
// that the client has by default, and no proxy. The one exception is the live server that somebody names on purpose.

for (const name of Object.keys(process.env)) {
  if (/^(https?|all|no)_proxy$/i.test(name)) delete process.env[name]
}

const allowed = /^((.+\.)?localhost|127\.[\d.]+|::1|.+\.invalid)$/
const live = liveTarget && new URL(liveTarget.baseUrl).hostname

/** Of `connect(options)`, which `net.connect` hands on in an array, and of `connect(port, host)`; a path is a socket of this machine. */
function hostOf([first, second]: unknown[]): string {
  const [options] = [first].flat()
  const host = typeof options === 'object' ? (options as { host?: string }).host : second
  return typeof host === 'string' ? host : 'localhost'
}

const { connect } = Socket.prototype
Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const host = hostOf(given)
  if (!allowed.test(host) && host !== live) {
    throw new Error(`A test asks ${host}: hand in a fetch, or a server of its own`)
  }
  return connect.apply(this, given as Parameters<typeof connect>)
}
