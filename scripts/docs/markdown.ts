import { Lexer, type MarkedOptions, Parser, Renderer, type Token } from 'marked'
import { codeBlock, keepOptionsWhole } from './highlight.ts'
import { type Html, html, raw } from './html.ts'

/** Says where a link leads within the docs; undefined where it leads nowhere, so that only its words stay. */
export type ResolveLink = (href: string) => string | undefined

/** A link to another site stays as it is; one within the document works on the same page. */
export const ownLinks: ResolveLink = (href) => (/^(https?:\/\/|#)/.test(href) ? href : undefined)

/** Writes parsed Markdown as markup, each heading of the second level with an id. */
export function renderMarkdown(tokens: Token[], resolveLink: ResolveLink = ownLinks): Html {
  return raw(Parser.parse(tokens, optionsFor(resolveLink)).trim())
}

/** Writes one line of Markdown as markup, without a paragraph around it. */
export const renderInline = (line: string): Html => raw(Parser.parseInline(Lexer.lexInline(line), optionsFor(ownLinks)))

/** The id of a heading, as code hosts make it. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

function optionsFor(resolveLink: ResolveLink): MarkedOptions {
  const renderer = new Renderer()
  renderer.heading = function ({ depth, tokens, text }) {
    const words = raw(this.parser.parseInline(tokens))
    const id = depth === 2 && html` id="${slugOf(text)}"`
    return html`<h${depth}${id}>${words}</h${depth}>\n`.markup
  }
  renderer.codespan = ({ text }) => keepOptionsWhole(html`<code>${text}</code>`).markup
  renderer.code = ({ text, lang }) => `${codeBlock(text, lang?.trim()).markup}\n`
  renderer.link = function ({ href, tokens }) {
    const words = raw(this.parser.parseInline(tokens))
    const target = resolveLink(href)
    return (target === undefined ? words : html`<a href="${target}">${words}</a>`).markup
  }
  const table = renderer.table
  renderer.table = function (token) {
    return html`<div class="wide" tabindex="0" role="group" aria-label="Table">${raw(table.call(this, token).replace('<table>', '<table class="stacks">'))}</div>\n`
      .markup
  }
  // Raw markup in a document would escape the page's rules of look and of what may be loaded.
  renderer.html = ({ text }) => html`${text}`.markup
  return { renderer, gfm: true }
}
