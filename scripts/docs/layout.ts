import { type Html, html, raw } from './html.ts'
import { type PageFile, pageOf, pages } from './site.ts'

/** One page of the docs, without what all pages share. */
export interface Page {
  file: PageFile
  body: Html
  /** Files of `assets/` that only this page needs. */
  styles?: readonly string[]
  scripts?: readonly string[]
  /** Headings to jump to. */
  contents?: readonly { id: string; title: string }[]
}

/** What every page has in its head, the reference included. */
export const head = (css: readonly string[]): Html => html`<meta name="color-scheme" content="light dark">
<link rel="icon" href="assets/icon.svg">
<script src="assets/color-mode-start.js"></script>
${css.map((file) => html`<link rel="stylesheet" href="assets/${file}">`)}
<script src="assets/color-mode.js" defer></script>`

/** The link past the navigation, and the navigation itself. */
export const header = (current: PageFile): Html => html`<a class="skip-link" href="#main">Skip to the content</a>
<header class="site-header">
<nav aria-label="Docs">
<ul>
${pages.map(({ file, title }) => html`<li><a href="${file}"${file === current && raw(' aria-current="page"')}>${file === 'index.html' ? raw('<strong>opencopilot-chat</strong>') : title}</a></li>`)}
</ul>
</nav>
<button type="button" class="color-mode" hidden>Dark</button>
</header>`

/** A whole page, the same bytes for the same input. */
export function renderPage({ file, body, styles = [], scripts = [], contents = [] }: Page): string {
  const { title, about } = pageOf(file)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · opencopilot-chat</title>
<meta name="description" content="${about}">
${head(['base.css', 'page.css', 'parts.css', ...styles])}
${['copy.js', ...scripts].map((script) => html`<script src="assets/${script}" defer></script>`)}
</head>
<body>
${header(file)}
<div class="columns">
<main id="main" tabindex="-1">
${body}
</main>
${contents.length > 1 && tableOfContents(contents)}
</div>
</body>
</html>
`.markup
}

const tableOfContents = (contents: readonly { id: string; title: string }[]): Html => html`<aside>
<nav aria-labelledby="on-this-page">
<h2 id="on-this-page">On this page</h2>
<ul>
${contents.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
</ul>
</nav>
</aside>`
