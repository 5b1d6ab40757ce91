/** The verifier as it is published, sites in memory that it can read, and changes of one letter that it must find. */
import '../public/verify.js'
import { dataFiles } from '../src/feeds/data.ts'
import { toHtml } from '../src/markdown/nodes.ts'
import type { NewsRecord } from '../src/record/types.ts'
import { urls } from '../src/urls.ts'
import { toExcerpts } from '../src/views/article-page.ts'
import { toViews } from '../src/views/views.ts'

interface Problem {
  place: string
  article?: string
  block?: number
  quote?: string
  at?: number
  message: string
}

interface How {
  as: string
  upTo?: string
  found?: string
  expected?: string
}

interface Verifier {
  climb: (hash: string, branch: readonly object[]) => Promise<string>
  findIn: (text: string, words: string) => How
  findWords: (proof: unknown, words: string) => { quote: { quote: string }; how: How }[]
  quoteLeaf: (quote: unknown, article: string) => Promise<string>
  textOf: (html: string) => string
  verifySite: (
    read: (path: string) => Promise<string>,
    root?: string,
  ) => Promise<{ root: string; articles: number; quotes: number; problems: Problem[] }>
}

export const verifier = (globalThis as unknown as { onRecordVerifier: Verifier }).onRecordVerifier

/** Files of a site by path. */
export type Files = Map<string, string>

export function verify(files: Files, root?: string): ReturnType<Verifier['verifySite']> {
  const read = async (path: string): Promise<string> => {
    const text = files.get(path)
    if (text === undefined) throw new Error(`There is no ${path}.`)
    return text
  }
  return verifier.verifySite(read, root)
}

/** What the verifier reads of a site: the data as they are written, and pages with what it looks for. */
export function toFiles(record: NewsRecord): Files {
  const views = toViews(record)
  const files: Files = new Map()
  for (const { path, write } of dataFiles)
    if (/^(?:proof|quotes)\.json$/.test(path)) files.set(`data/${path}`, write(views))
  for (const article of record.articles) {
    const blocks =
      article.rights === 'full'
        ? article.copy.map((node) => `<div class="copy" data-copy>${toHtml([node])}</div>`)
        : toExcerpts(article).map(
            ({ stretches }) =>
              `<p class="copy" data-copy>${stretches.map(({ text, words }) => (words ? `<a id="${words.anchor}">${toHtml([text])}</a>` : toHtml([text]))).join('')}</p>`,
          )
    files.set(urls.article(article.id).slice(1), blocks.join('\n'))
  }
  for (const { url, wordings } of views.quotes) {
    const [head] = wordings
    const sentences = wordings.map(
      ({ sentence }) => `<blockquote class="sentence" data-copy>${toHtml([sentence])}</blockquote>`,
    )
    files.set(url.slice(1), `<h1>${toHtml([head?.text ?? ''])}</h1>${sentences.join('')}`)
  }
  return files
}

/** A change of one letter, and what must be said of it. */
export interface Change {
  path: string
  /** Where in the file, and the letter that is put there. */
  index: number
  letter: string
  /** The block or the quote that it is in. */
  within: string
  isFound: (problem: Problem) => boolean
}

/** The site with some changes made. */
export function apply(files: Files, changes: readonly Change[]): Files {
  const changed = new Map(files)
  for (const [path, own] of Map.groupBy(changes, (change) => change.path)) {
    let text = ''
    let from = 0
    for (const { index, letter } of own.toSorted((a, b) => a.index - b.index)) {
      text += (files.get(path) ?? '').slice(from, index) + letter
      from = index + 1
    }
    changed.set(path, text + (files.get(path) ?? '').slice(from))
  }
  return changed
}

/** One letter is another: in a copy, on the page of a quote, or in what the data say of a quote. */
export function changeLetter(files: Files, random: (below: number) => number): Change {
  const kind = ['copy', 'copy', 'page', 'quotes', 'proof'][random(5)]
  for (;;) {
    const change =
      kind === 'copy' || kind === 'page' ? changePage(files, kind, random) : changeData(files, kind ?? '', random)
    if (change) return change
  }
}

const paths = new WeakMap<Files, { copy: string[]; page: string[] }>()

function changePage(files: Files, kind: 'copy' | 'page', random: (below: number) => number): Change | null {
  let known = paths.get(files)
  if (!known) {
    const all = [...files.keys()]
    known = {
      copy: all.filter((path) => /^articles\/[^/]+\/$/.test(path)),
      page: all.filter((path) => /^quotes\/[^/]+\/[^/]+\/$/.test(path)),
    }
    paths.set(files, known)
  }
  const path = known[kind][random(known[kind].length)] ?? ''
  const html = files.get(path) ?? ''
  const wanted =
    kind === 'copy'
      ? /<(div|p)\b[^<>]*\sdata-copy[^<>]*>.*?<\/\1>/gs
      : /<(h1)\b.*?<\/\1>|<(blockquote) class="sentence.*?<\/\2>/gs
  const parts = [...html.matchAll(wanted)]
  const number = random(parts.length)
  const part = parts[number]
  if (!part) return null
  // Neither in a tag nor in a reference to a character.
  const bare = part[0].replace(/<[^<>]*>|&[^;]*;/g, (found) => ' '.repeat(found.length))
  const at = findLetter(bare, random)
  if (at === -1) return null
  const index = part.index + at
  return {
    path,
    index,
    letter: otherLetter(html[index], random),
    within: kind === 'copy' ? `${path} ${number}` : path,
    isFound: (problem) => problem.place === path && (kind === 'page' || problem.block === number),
  }
}

function changeData(files: Files, kind: string, random: (below: number) => number): Change | null {
  const path = `data/${kind}.json`
  const text = files.get(path) ?? ''
  const start = random(text.length)
  const field =
    kind === 'quotes' ? /"(?:text|sentence)": "((?:[^"\\]|\\.)*)"/g : /"(?:text|words)":"((?:[^"\\]|\\.)*)"/g
  field.lastIndex = start
  const found = field.exec(text)
  if (!found) return null
  const words = (found[1] ?? '').replace(/\\u....|\\./g, (sign) => ' '.repeat(sign.length))
  const at = findLetter(words, random)
  if (at === -1) return null
  const index = found.index + found[0].length - 1 - words.length + at
  const id = kind === 'quotes' ? valueBefore(text, '"id": "', index) : valueBefore(text, '"quote":"', index)
  return {
    path,
    index,
    letter: otherLetter(text[index], random),
    within: `${path} ${id}`,
    isFound: (problem) => problem.place === path && problem.quote === id,
  }
}

function findLetter(text: string, random: (below: number) => number): number {
  for (let tries = 0; tries < 50; tries += 1) {
    const at = random(text.length)
    if (/\p{L}/u.test(text[at] ?? '')) return at
  }
  return -1
}

/** The id of the quote that a place in a file belongs to: the only ids with a slash. */
function valueBefore(text: string, field: string, index: number): string {
  for (let at = text.lastIndexOf(field, index); at !== -1; at = text.lastIndexOf(field, at - 1)) {
    const start = at + field.length
    const value = text.slice(start, text.indexOf('"', start))
    if (value.includes('/')) return value
  }
  return ''
}

function otherLetter(letter: string | undefined, random: (below: number) => number): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyzабвгдαβγδ'].filter((one) => one !== letter)
  return letters[random(letters.length)] ?? ''
}

/** Numbers below a bound, the same for the same seed (mulberry32). */
export function toRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
