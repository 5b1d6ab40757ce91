/** The text of the files an import writes. Pure: where they go and whether they may is the command's business. */
import { getOrMake } from '../lists.ts'
import { toEntryText } from '../loaders/file-text.ts'
import { readArticle } from '../markdown/article.ts'
import { hashWords } from '../markdown/hash.ts'
import { findSentences } from '../markdown/sentences.ts'
import { toTermTest } from '../markdown/terms.ts'
import { article } from '../schema/index.ts'
import { free } from '../schema/names.ts'
import type { Capture } from './page/capture.ts'
import type { Facts } from './propose.ts'
import { overlaps, type Range } from './who/text.ts'

/** Words of an article that link a file of the record. */
export interface Link {
  ranges: readonly Range[]
  /** What its label is, or begins with where another link has that one. */
  label: string
  target: string
  title?: string
}

export interface ArticleFile extends Pick<Capture, 'blocks'> {
  /** The front matter, but for what the text decides. */
  front: Pick<Facts, 'language' | 'rights'> & { terms: readonly string[]; [field: string]: unknown }
  /** Of two that overlap, the first stays. */
  links: readonly Link[]
  /** Stretches that stay though nothing links them: words in quotation marks that are still nobody's. */
  keep: readonly Range[]
}

/** Text of `articles/<id>.md`: front matter, copy with links, ledger. Of some articles only the sentences with links are kept. */
export function toArticleText({ front, blocks, links: wanted, keep }: ArticleFile): string {
  const { language, rights, terms } = front
  const isWhole = rights !== 'quotes'
  const links = placeLinks(wanted)
  const paragraphs = blocks.flatMap(({ kind, text }, index) => {
    const own = links.filter(({ block }) => block === index)
    const kept = [...own, ...keep.filter(({ block }) => block === index)]
    const stretches = isWhole ? [[0, text.length] as const] : sentencesWith(kept, own, findSentences(text, language))
    const words = stretches.map(([start, end]) => atStart(linked(text, start, end, own).trim()))
    return isWhole && kind === 'heading' ? words.map((one) => `## ${one.replace(/#+$/, '\\$&')}`) : words
  })
  const body = paragraphs.join('\n\n')
  const used = links.filter(({ label }) => body.includes(`][${label}]`))
  const titleOf = ({ title }: PlacedLink) => title && ` "${title.replace(/["\\]/g, '')}"`
  const ledger = used.map((link) => `[${link.label}]: ${link.target}${titleOf(link)}`)
  const text = [body, [...new Set(ledger)].join('\n')].filter((part) => part !== '').join('\n\n')
  if (isWhole) return toEntryText(article, { ...front, textHash: blocks.map((block) => hashWords(block.text)) }, text)
  // What is left of the copy, as it will be read again.
  const source = { path: 'articles/article.md', language, terms, linesBefore: 0 }
  const read = readArticle(text, source, { isExpected: () => false, unrendered: true })
  const isKept = (term: string) => read.spans.some((span) => toTermTest([term])(span.text))
  const textHash = read.blocks.map(({ hash }) => hash)
  return toEntryText(article, { ...front, terms: terms.filter(isKept), textHash }, text)
}

interface PlacedLink extends Range {
  label: string
  target: string
  title: string
}

/** Links in the order of the text, none over another. */
function placeLinks(links: readonly Link[]): PlacedLink[] {
  const placed: PlacedLink[] = []
  const labels = new Map<string, string>()
  for (const { ranges, label: wish, target, title = '' } of links)
    for (const range of ranges) {
      if (placed.some((other) => overlaps(other, range))) continue
      const label = getOrMake(labels, `${target} ${title}`, () => free(wish, new Set(labels.values())))
      placed.push({ ...range, label, target, title })
    }
  return placed.sort((a, b) => a.block - b.block || a.start - b.start)
}

/** Where sentences that hold one of some stretches stand; those that follow each other, or that a link spans, in one. */
function sentencesWith(
  stretches: readonly Range[],
  links: readonly Range[],
  sentences: readonly (readonly [number, number])[],
): [number, number][] {
  const found: [number, number][] = []
  for (const [start, end] of sentences) {
    if (!stretches.some((one) => one.start < end && start < one.end)) continue
    const last = found.at(-1)
    const isCut = links.some((link) => last && link.start < last[1] && link.end > start)
    if (last && (last[1] === start || isCut)) last[1] = end
    else found.push([start, end])
  }
  return found
}

function linked(text: string, from: number, to: number, links: readonly PlacedLink[]): string {
  let at = from
  let result = ''
  for (const link of links) {
    if (link.start < at || link.end > to) continue
    result += `${escapeMarks(text.slice(at, link.start))}[${escapeMarks(text.slice(link.start, link.end))}][${link.label}]`
    at = link.end
  }
  return result + escapeMarks(text.slice(at, to))
}

/** Characters that Markdown would eat. */
function escapeMarks(text: string): string {
  return text
    .replace(/[\\`*_[\]<]/g, '\\$&')
    .replace(/&(?=#?[a-zA-Z0-9]+;)/g, '\\&')
    .replace(/ {2,}$/gm, ' ')
}

/** What would make a list, a heading or a quotation of a paragraph. */
function atStart(text: string): string {
  return text.replace(/^[-+>#=~|]/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
