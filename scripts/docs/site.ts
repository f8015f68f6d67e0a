/** The pages of the docs, in the order of their navigation, each with what it is about in a sentence. */
export const pages = [
  { file: 'index.html', title: 'Overview', about: 'The contract, and what is made from it.' },
  {
    file: 'quick-start.html',
    title: 'Quick start',
    about: 'Install the client, make the first call, read every page, handle what goes wrong.',
  },
  {
    file: 'guide.html',
    title: 'Guide',
    about: 'Retries and limits, answers that break the contract, the command line, and how to check a server.',
  },
  {
    file: 'reference.html',
    title: 'API reference',
    about: 'Every endpoint with its parameters, fields and answers, each with how well it is known.',
  },
  {
    file: 'errors.html',
    title: 'Errors',
    about: 'What the client throws, the code to branch on, and what each error carries.',
  },
  {
    file: 'clauses.html',
    title: 'Clauses',
    about: 'Every statement that verify checks on a live server, and how much a broken one weighs.',
  },
  {
    file: 'try-it.html',
    title: 'Try it',
    about:
      'Send a request from this page to the sandbox or the mock on your machine, and see whether the answer keeps the contract.',
  },
  {
    file: 'examples.html',
    title: 'Examples',
    about: 'Short programs that use the client: in Node, in a page, with React Query, and in a test with MSW.',
  },
  { file: 'changelog.html', title: 'Changelog', about: 'What changed from version to version.' },
] as const

export type PageFile = (typeof pages)[number]['file']

/** What a page is called, and what it is about. */
export function pageOf(file: PageFile): (typeof pages)[number] {
  const page = pages.find((one) => one.file === file)
  if (!page) throw new Error(`There is no page ${file}`)
  return page
}

/** Sections of the README that make the quick start, in this order. */
export const quickStartSections = ['Install', 'First call', 'All conversations', 'Errors', 'Without access'] as const

/** Sections of the README that lead to files beside it, which the docs don't have. */
export const leftOutSections: readonly string[] = ['Beside others', 'More']

/** Where a link of the README leads within the docs. */
export const linkedFiles: Readonly<Record<string, string>> = {
  'CHANGELOG.md': 'changelog.html',
  'examples/README.md': 'examples.html',
  'openapi/openapi.yaml': 'openapi.json',
}

/** The strictest Content-Security-Policy under which pages work. Redoc writes styles into its page, and has data: URLs for its font and pictures. */
export const policies = {
  pages: "default-src 'self'",
  reference:
    "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src 'self' data:; worker-src blob:",
} as const

/** The key and the values under which the reader's choice of light or dark is kept; Redoc reads and writes the same. */
export const colorModeKey = 'redoc.colorMode'
