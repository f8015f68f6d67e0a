/** One way to read all conversations, and what has to be known of it to read its numbers. */
export interface ContenderInfo {
  /** The name of its file in `contenders/`. */
  id: string
  label: string
  /** What checks each answer, if anything does. */
  validation: string
  /** The packages whose versions belong to it. */
  packages: readonly string[]
  /** The package under test. */
  ours?: true
  /** It runs in no browser, so that it has no size there. */
  nodeOnly?: true
}

/** What all others are measured against. */
export const baseline = 'raw-fetch'

const own = 'the contract, compiled'

export const contenders: readonly ContenderInfo[] = [
  { id: baseline, label: 'raw `fetch` + `JSON.parse`', validation: 'none', packages: [] },
  { id: 'openapi-fetch', label: 'openapi-fetch', validation: 'none', packages: ['openapi-fetch'] },
  { id: 'hey-api', label: 'hey-api with zod', validation: 'zod', packages: ['@hey-api/openapi-ts', 'zod'] },
  { id: 'orval', label: 'orval with zod', validation: 'zod', packages: ['orval', 'zod'] },
  { id: 'axios-zod', label: 'axios with zod', validation: 'zod', packages: ['axios', 'zod'] },
  { id: 'redocly', label: "Redocly's generated client", validation: 'none', packages: ['@redocly/cli'] },
  {
    id: 'redocly-zod',
    label: "Redocly's generated client with zod",
    validation: 'zod, formats left out',
    packages: ['@redocly/cli', 'zod'],
  },
  {
    id: 'opencopilot-chat',
    label: 'opencopilot-chat, `conversations()`',
    validation: own,
    packages: ['opencopilot-chat'],
    ours: true,
  },
  {
    id: 'opencopilot-chat-node',
    label: 'opencopilot-chat, `conversations()`, `nodeFetch()`',
    validation: own,
    packages: ['opencopilot-chat', 'undici'],
    ours: true,
    nodeOnly: true,
  },
  {
    id: 'opencopilot-chat-pages',
    label: 'opencopilot-chat, `pages()`',
    validation: own,
    packages: ['opencopilot-chat'],
    ours: true,
  },
  {
    id: 'opencopilot-chat-one-by-one',
    label: 'opencopilot-chat, `pages()`, `concurrency: 1`',
    validation: own,
    packages: ['opencopilot-chat'],
    ours: true,
  },
]
