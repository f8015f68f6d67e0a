import type { Dispatcher, Pool } from 'undici'
import { connectionWords } from '../http/connection-words.ts'

/** Connections to a proxy, whose failures say that they are the proxy's: else they read as if the server had failed. */
export function tunnelling(proxy: Pool): Dispatcher {
  const connect: (options: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData> = proxy.connect.bind(proxy)
  return Object.assign(proxy, {
    connect: async (options: Dispatcher.ConnectOptions) => {
      const { statusCode, socket, ...more } = await connect(options).catch((cause) => {
        throw new Error(`the proxy can't be used: ${connectionWords(cause) ?? 'the connection failed'}`, { cause })
      })
      if (statusCode === 200) return { statusCode, socket, ...more }
      socket.on('error', () => {}).destroy()
      throw new Error(`the proxy answered ${statusCode}`)
    },
  })
}
