import { transform } from 'esbuild'

/** A page, and the scripts that stood in it, by the names of their files. */
export interface CutPage {
  page: string
  scripts: Map<string, string>
}

const inline = /<script((?: type="module")?)>([\s\S]*?)<\/script>/g

/** Moves the scripts that stand in a page into files, so that a Content-Security-Policy without 'unsafe-inline' lets them run. */
export async function cutScripts(page: string, folder: string): Promise<CutPage> {
  const scripts = new Map<string, string>()
  for (const [, type, code = ''] of page.matchAll(inline)) {
    scripts.set(`${folder}/redoc-${scripts.size + 1}.js`, type ? await classic(code) : code)
  }
  const names = scripts.keys()
  const cut = page.replace(inline, (_, type) => `<script src="${names.next().value}"${type && ' defer'}></script>`)
  return { page: cut, scripts }
}

/** A browser loads no module from a file on the disk. This one imports nothing, so a classic script does the same. */
async function classic(code: string): Promise<string> {
  const options = { format: 'iife', target: 'es2022', charset: 'utf8', legalComments: 'inline' } as const
  // What asks for import.meta is for servers, and never runs in a page.
  const result = await transform(code, { ...options, logOverride: { 'empty-import-meta': 'silent' } })
  return result.code
}
