import { describe, expect, it } from 'vitest'
import { ChatConfigurationError } from '../index.ts'
import { readProxies } from './proxies.ts'

const none = { httpProxy: '', httpsProxy: '', noProxy: '' }

describe('the proxies of the environment', () => {
  it.each<[NodeJS.ProcessEnv, object]>([
    [{}, {}],
    [{ HTTPS_PROXY: '', https_proxy: '', HTTP_PROXY: '' }, {}],
    [{ HTTPS_PROXY: 'http://proxy.example:3128' }, { httpsProxy: 'http://proxy.example:3128/' }],
    [{ https_proxy: 'https://proxy.example' }, { httpsProxy: 'https://proxy.example/' }],
    [
      { HTTP_PROXY: 'http://upper.example', http_proxy: 'http://lower.example' },
      { httpProxy: 'http://lower.example/' },
    ],
    [{ HTTP_PROXY: 'http://upper.example', http_proxy: '' }, { httpProxy: 'http://upper.example/' }],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, { httpsProxy: 'http://proxy.example:3128/' }],
    [{ HTTPS_PROXY: ' http://proxy.example\n' }, { httpsProxy: 'http://proxy.example/' }],
    [{ NO_PROXY: 'a.example,b.example' }, { noProxy: 'a.example,b.example' }],
    [{ no_proxy: '*' }, { noProxy: '*' }],
  ])('%j', (environment, expected) => {
    expect(readProxies(environment)).toEqual({ ...none, ...expected })
  })

  it.each([
    'http://',
    'http://jane:hunter2@',
    'socks5://jane:hunter2@proxy.example',
    'http://jane:hunter2@[',
    'http://jane%:hunter2@proxy.example',
  ])('are refused without being shown: %s', (HTTPS_PROXY) => {
    const read = () => readProxies({ HTTPS_PROXY })
    expect(read).toThrow(ChatConfigurationError)
    expect(read).toThrow(/^HTTPS_PROXY must be an http or https URL$/)
  })
})
