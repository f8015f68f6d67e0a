import { encodingsOf } from '../http/encodings.ts'

/** A run of so many characters of a secret is taken for a part of it, if it looks so. */
export type Telling = readonly [length: number, looks: RegExp]

/** For what is shown: eight in a row, if they are not what words are made of; twelve in any case. Fewer open no door. */
const shown: readonly Telling[] = [
  [12, /^/],
  [8, /\d|[a-z][A-Z]/],
]

/**
 * What URLs, JSON and markup write for one character, also where it was escaped twice. Of a row of backslashes only the first
 * begins an escape: a long one would be gone through from each of them anew.
 */
const escaped =
  /%(?:25)*(?<url>[0-9a-f]{2})|(?<!\\)\\+(?:(?:u00|x)(?<json>[0-9a-f]{2})|(?=["'/]))|&(?:amp;)*#x0*(?<hex>[0-9a-f]{1,2});|&(?:amp;)*#0*(?<decimal>\d{1,3});|&(?:amp;)*(?<name>amp|lt|gt|quot|apos);/gi

/** What stands for one character: an escape, or itself. */
const unit = new RegExp(`${escaped.source}|[\\s\\S]`, 'gi')

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

interface Unit {
  /** Empty for what may have been put in between. */
  character: string
  start: number
  end: number
}

function unitsOf(text: string): Unit[] {
  return [...text.matchAll(unit)].map(({ 0: written, index, groups = {} }) => ({
    character: plain(written, groups).replace(inBetween, '').slice(0, 1),
    start: index,
    end: index + written.length,
  }))
}

/** A text without its escapes, and without what may have been put in between. */
const read = (text: string) =>
  text.replace(escaped, (written, ...more) => plain(written, more.at(-1) ?? {})).replace(inBetween, '')

/** In lower case, each character as long as before. */
const folded = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** What may be put between the characters of a token, such as line breaks, and backslashes, which escape and are escaped. */
const inBetween = /[\\\s\p{Cc}\p{Cf}]/gu

function plain(written: string, { url, json, hex, decimal, name }: Record<string, string | undefined>): string {
  const code = url ?? json ?? hex
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
  if (decimal !== undefined) return String.fromCharCode(Number(decimal))
  return name === undefined ? written : (named[name.toLowerCase()] ?? '')
}

/** A secret in its encodings, to be found in texts. */
export class SecretForms {
  /** Runs of characters that give a form away, by their length. */
  readonly #runs = new Map<number, Set<string>>()

  constructor(secret: string, telling = shown) {
    // An encoding that is short would be found in innocent words.
    const encodings = encodingsOf(secret)
      .flatMap(inUrls)
      .filter(({ length }) => length >= 8)
    for (const form of [secret, ...encodings]) {
      // What looks like an escape in the secret itself is one to some readers, and none to others.
      const readings = [
        unitsOf(form)
          .map(({ character }) => character)
          .join(''),
        form.replace(inBetween, ''),
      ]
      for (const reading of readings) for (const each of telling) this.#add(reading, each)
    }
  }

  #add(form: string, [most, looks]: Telling) {
    const length = Math.min(most, form.length)
    const runs = this.#runs.get(length) ?? new Set()
    this.#runs.set(length, runs)
    for (let start = 0; length > 0 && start + length <= form.length; start++) {
      const run = form.slice(start, start + length)
      if (looks.test(run)) runs.add(folded(run))
    }
  }

  /** Whether a text holds the secret or a part of it. */
  isIn(text: string): boolean {
    return this.#find(folded(read(text))).includes(true)
  }

  /** Replaces each stretch of a text that holds the secret or a part of it. */
  replaceIn(text: string, name: string): string {
    const units = unitsOf(text).filter(({ character }) => character !== '')
    const found = this.#find(folded(units.map(({ character }) => character).join('')))
    let shown = ''
    let copied = 0
    found.forEach((isSecret, index) => {
      const { start, end } = units[index] as Unit
      if (!isSecret) return
      shown += text.slice(copied, start) + (found[index - 1] ? '' : name)
      copied = end
      // What stands between two characters of a secret goes with them.
      if (found[index + 1]) copied = units[index + 1]?.start ?? end
    })
    return shown + text.slice(copied)
  }

  /** For each character, whether it belongs to a secret. */
  #find(text: string): boolean[] {
    const found = new Array<boolean>(text.length).fill(false)
    for (const [length, runs] of this.#runs) {
      for (let start = 0; start + length <= text.length; start++) {
        if (runs.has(text.slice(start, start + length))) found.fill(true, start, start + length)
      }
    }
    return found
  }
}

/**
 * Without padding and the character before it, which holds the first bits of what stands behind; and also in the alphabet that
 * base64 has for URLs.
 */
function inUrls(encoding: string): string[] {
  const bare = encoding.replace(/.=+$/, '')
  return [bare, bare.replaceAll('+', '-').replaceAll('/', '_')]
}

const known = new Map<string, SecretForms>()

/** The forms of a secret, worked out once as long as no others come between. */
export function formsOf(secret: string): SecretForms {
  const forms = known.get(secret) ?? new SecretForms(secret)
  if (known.size > 8) known.clear()
  known.set(secret, forms)
  return forms
}
