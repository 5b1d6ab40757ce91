/** The text of the files an import writes. Pure: where they go and whether they may is the command's business. */
import { stringify } from 'yaml'
import { readArticle } from '../markdown/article.ts'
import { hashWords } from '../markdown/hash.ts'
import type { Reading } from '../markdown/reading.ts'
import { findSentences } from '../markdown/sentences.ts'
import { toTermTest } from '../markdown/terms.ts'
import type { EventData, speakerKinds } from '../schema/index.ts'
import type { Facts, ProposedQuote } from './propose.ts'
import { overlaps, type Range } from './who/text.ts'

/** A quote as the editor has decided on it. */
export interface DecidedQuote {
  quote: ProposedQuote
  /** Id of the speaker. */
  speaker: string
  fragment: string
  /** False marks the link with `?`, which the checks refuse to publish. */
  confirmed: boolean
}

/** A report of an event, as the editor has decided on it. */
export interface DecidedReport extends Range {
  event: string
}

/** Words that name a speaker and quote nobody. */
export interface DecidedMention {
  speaker: string
  ranges: readonly Range[]
}

export interface ArticleFile {
  facts: Facts
  outlet: string
  copyOf: string | null
  publishedBasis: string | null
  captureNote: string | null
  topics?: readonly string[] | undefined
  terms: readonly string[]
  /** Today, as `2026-11-22`. */
  added: string
  draft: boolean
  blocks: readonly { kind: 'paragraph' | 'heading'; text: string }[]
  quotes: readonly DecidedQuote[]
  mentions: readonly DecidedMention[]
  reports: readonly DecidedReport[]
  /** Stretches that stay though nothing links them: words in quotation marks that are still nobody's. */
  keep: readonly Range[]
}

/** Text of `articles/<id>.md`: front matter, copy with links, ledger. */
export function toArticleText(article: ArticleFile): string {
  const { facts, outlet, copyOf, publishedBasis, captureNote, topics = [], added, draft } = article
  const { title, agency, published, url, language, rights } = facts
  const links = placeLinks(article)
  const isExcerpt = rights === 'quotes'
  const body = isExcerpt ? toExcerpt(article, links) : toBody(article, links)
  const used = links.filter(({ label }) => body.includes(`][${label}]`))
  const ledger = [...new Map(used.map((link) => [link.label, link])).values()].map(
    (link) => `[${link.label}]: ${link.target}${link.title ? ` "${link.title.replace(/["\\]/g, '')}"` : ''}`,
  )
  const text = `${body}\n${ledger.length > 0 ? `\n${ledger.join('\n')}\n` : ''}`
  const { blocks, spans } = isExcerpt ? readBack(text, article) : { blocks: [], spans: [] }
  const isKept = (term: string) => !isExcerpt || spans.some((span) => toTermTest([term])(span.text))
  const front = {
    ...{ title: title ?? '', outlet, agency },
    ...filled({ copyOf, published: published ?? '', publishedBasis, url: url ?? '', language, topics, rights }),
    ...filled({ captureNote, terms: article.terms.filter(isKept), added, draft }),
    textHash: isExcerpt ? blocks.map(({ hash }) => hash) : article.blocks.map(({ text: words }) => hashWords(words)),
  }
  return `---\n${toYaml(front)}---\n\n${text}`
}

/** The fields that say something. */
function filled(front: { [field: string]: unknown }): { [field: string]: unknown } {
  const isSaid = (value: unknown) => value !== undefined && value !== null && value !== false
  return Object.fromEntries(Object.entries(front).filter(([, value]) => isSaid(value)))
}

/** What a file holds of a copy, its sentences with quotes, as they are read again. */
function readBack(text: string, { facts: { language }, terms }: ArticleFile): Reading {
  const source = { path: 'articles/article.md', language, terms, linesBefore: 0 }
  return readArticle(text, source, { isExpected: () => false, unrendered: true })
}

/** What the file of a new speaker says. */
export interface NewSpeaker {
  name: string
  kind: (typeof speakerKinds)[number]
  aliases: readonly string[]
  roles?: readonly { title: string }[]
  country?: string | null
  draft?: boolean
}

/** Text of `speakers/<id>.md`. */
export function toSpeakerText({ name, kind, aliases, roles = [], country, draft }: NewSpeaker): string {
  return toFileText(filled({ name, kind, aliases, roles, country, draft }))
}

/** What the file of a new outlet says. */
export interface NewOutlet {
  id: string
  name: string
  kind: string
  url: string | null
  country?: string | null
}

/** Text of `outlets/<id>.md`. */
export function toOutletText({ name, kind, url, country }: NewOutlet): string {
  return toFileText(filled({ name, kind, url, country }))
}

/** What the file of a new event says. */
export interface NewEvent extends Pick<EventData, 'title' | 'kind' | 'status' | 'date' | 'dateBasis' | 'added'> {
  standing?: EventData['standing']
  place?: string | null
  announcedBy?: string | null
  draft?: boolean
}

/** Text of `events/<id>.md`. */
export function toEventText(event: NewEvent): string {
  const { title, kind, status, standing, date, dateBasis, place, announcedBy, added, draft } = event
  const rest = filled({ place, speakers: [], topics: [], announcedBy, added, draft })
  return toFileText({ title, kind, status, ...filled({ standing }), date, dateBasis, ...rest })
}

/** Text of `quotes/<speaker>/<fragment>.md`: who says it too, and what it was found to be different from. */
export function toQuoteText(file: { also?: readonly string[]; notSameAs?: readonly string[] }): string {
  const said = (list: readonly string[] = []) => (list.length > 0 ? list : null)
  return toFileText(filled({ with: said(file.also), notSameAs: said(file.notSameAs) }))
}

export function toFileText(front: { [field: string]: unknown }, body = ''): string {
  return `---\n${toYaml(front)}---\n${body ? `\n${body}\n` : ''}`
}

/** Lines of front matter, as every command writes them. */
export function toYaml(front: { [field: string]: unknown }): string {
  return Object.entries(front)
    .filter(([, value]) => value !== undefined)
    .map(([field, value]) => {
      if (value === null) return `${field}:\n`
      if (Array.isArray(value)) {
        return stringify({ [field]: value }, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false })
          .trim()
          .replace(/^\{/, '')
          .replace(/\}$/, '')
          .concat('\n')
      }
      return stringify({ [field]: value }, { lineWidth: 0 })
    })
    .join('')
}

interface Link extends Range {
  label: string
  target: string
  title: string
}

/** Links in the order of the text, none over another. */
function placeLinks({ quotes, mentions, reports }: ArticleFile): Link[] {
  const links: Link[] = []
  const labels = new Map<string, string>()
  const toLabel = (key: string, wish: string): string => {
    const taken = new Set(labels.values())
    let label = labels.get(key) ?? wish
    for (let n = 2; taken.has(label) && !labels.has(key); n++) label = `${wish}-${n}`
    labels.set(key, label)
    return label
  }
  const place = (ranges: readonly Range[], key: string, wish: string, target: string, title = ''): void => {
    for (const range of ranges)
      if (!links.some((link) => overlaps(link, range)))
        links.push({ ...range, label: toLabel(key, wish), target, title })
  }
  // Quoted words first: a clause that overlaps them gives way.
  const order = { direct: 0, mixed: 1, indirect: 2 }
  for (const { quote, speaker, fragment, confirmed } of [...quotes].sort(
    (a, b) => order[a.quote.kind] - order[b.quote.kind],
  )) {
    const title = [quote.said, quote.context].filter(Boolean).join(', ')
    const mark = confirmed ? title : `? ${title}`.trim()
    place(quote.ranges, `${speaker}#${fragment} ${mark}`, fragment, `../speakers/${speaker}.md#${fragment}`, mark)
  }
  for (const { speaker, ranges } of mentions)
    place(ranges, `../speakers/${speaker}.md`, speaker, `../speakers/${speaker}.md`)
  for (const { event, ...range } of reports)
    place([range], event, event.replace(/^\d{4}-\d{2}-\d{2}-/, ''), `../events/${event}.md`)
  return links.sort((a, b) => a.block - b.block || a.start - b.start)
}

function toBody({ blocks }: ArticleFile, links: readonly Link[]): string {
  return blocks
    .map((block, index) => {
      const text = linked(
        block.text,
        0,
        block.text.length,
        links.filter((link) => link.block === index),
      )
      return block.kind === 'heading' ? `## ${atStart(text).replace(/#+\s*$/, (marks) => `\\${marks}`)}` : atStart(text)
    })
    .join('\n\n')
}

/** Only the sentences that carry a link. Sentences that do not follow each other stand in paragraphs of their own. */
function toExcerpt({ blocks, facts: { language }, keep }: ArticleFile, links: readonly Link[]): string {
  const paragraphs: string[] = []
  for (const [index, { text }] of blocks.entries()) {
    const own = links.filter((link) => link.block === index)
    const kept = [...own, ...keep.filter((range) => range.block === index)]
    if (kept.length === 0) continue
    const runs: [number, number][] = []
    for (const [start, end] of findSentences(text, language)) {
      if (!kept.some((link) => link.start < end && start < link.end)) continue
      const last = runs.at(-1)
      const cut = own.some((link) => last && link.start < last[1] && link.end > start)
      if (last && (last[1] === start || cut)) last[1] = end
      else runs.push([start, end])
    }
    for (const [start, end] of runs) paragraphs.push(atStart(linked(text, start, end, own).trim()))
  }
  return paragraphs.join('\n\n')
}

function linked(text: string, from: number, to: number, links: readonly Link[]): string {
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
    .replace(/ {2,}$/gm, (spaces) => spaces.slice(0, 1))
}

/** What would make a list, a heading or a quotation of a paragraph. */
function atStart(text: string): string {
  return text
    .replace(/^([-+>#=~|]|\d{1,9}(?=[.)](?:\s|$)))/, (mark) => (/^\d/.test(mark) ? mark : `\\${mark}`))
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
