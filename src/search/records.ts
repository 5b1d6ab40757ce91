/** From the record to what Pagefind indexes: one record a quote, an event, an article, a speaker and a topic. */
import { count, describeExtent } from '../record/describe.ts'
import { independent } from '../record/sources.ts'
import type { Article, NewsEvent, NewsRecord, Part, Quote, Speaker, Topic, When, Wording } from '../record/types.ts'
import { toWords as toDate } from '../record/when.ts'
import { aliasMark, type Filters, listMark, type Meta, type Stretch, toContent } from './content.ts'
import { toKnownWords, toWordsOfName } from './known-words.ts'
import { indexNames, type NameIndex } from './names.ts'
import { fold, needsFolding } from './words.ts'

/** A custom record in Pagefind's own terms. */
export interface SearchRecord {
  url: string
  content: string
  language: string
  meta: Record<string, string>
  filters: Record<string, string[]>
  /** First and last day of the date it stands under, which Pagefind is not told; an open end is empty. */
  days: { first: string; last: string } | null
}

/** Everything that can be found, all in one language: a page searches only the index of its own. */
export function toSearchRecords(record: NewsRecord): SearchRecord[] {
  const names = indexNames(record)
  const write = (draft: Draft): SearchRecord => toRecord(draft, record.story.language, names)
  return [
    ...record.quotes.map(fromQuote),
    ...record.events.map(fromEvent),
    ...record.articles.map(fromArticle),
    ...record.speakers.map(fromSpeaker),
    ...record.topics.map(fromTopic),
  ].map(write)
}

/** What a search goes through, in words. */
export function describeSearched(record: NewsRecord): string {
  const extent = describeExtent(record)
  if (!extent) return 'There is nothing on record yet.'
  const { articles, quotes } = record
  return `Searched: ${count(articles.length, 'article')} with ${count(quotes.length, 'quote')}, published ${extent}. Not found here does not mean not said.`
}

/** A record before the other names of what it is about are added. */
interface Draft {
  url: string
  stretches: Stretch[]
  meta: Meta
  filters: Filters
  /** Names it goes by, besides those found in its words. */
  names: string[]
  topics: readonly Topic[]
  when: When | null
}

function fromQuote(quote: Quote): Draft {
  // A copy of the same text is no wording of its own; its outlet finds the quote all the same.
  const wordings = independent(quote.wordings)
  return {
    url: quote.url,
    stretches: wordings.map(fromWording),
    meta: { title: quote.speaker.name, role: quote.role ?? '', context: quote.context ?? '' },
    filters: {
      speaker: labels([quote.speaker]),
      outlet: labels(quote.wordings.map(({ article }) => article.outlet)),
      topic: labels(quote.topics),
      kind: [quote.kind],
      when: quote.said ? [toLabel('said', quote.said)] : [toLabel('reported', quote.reported)],
      copy: wordings.map(({ url, article }, index) => `${index} ${url} ${article.outlet.name}`),
    },
    names: [
      ...allNames([quote.speaker, ...quote.about]),
      ...allNames(quote.wordings.map(({ article }) => article.outlet)),
    ],
    topics: quote.topics,
    when: quote.said ?? quote.reported,
  }
}

function fromEvent(event: NewsEvent): Draft {
  // The copy of an excerpt is not ours to index: of its reports only those that are somebody's words are.
  const reports = event.reports.filter(({ wording, article }) => wording || article.rights === 'full')
  const summary: Stretch[] = event.summary ? [{ kind: 'indirect', text: event.summary }] : []
  return {
    url: event.url,
    stretches: [
      ...summary,
      ...reports.map(({ wording, text }): Stretch => (wording ? fromWording(wording) : { kind: 'indirect', text })),
    ],
    meta: { title: event.title, context: event.place ?? '' },
    filters: {
      thing: ['event'],
      speaker: labels(event.speakers),
      outlet: labels(event.reports.map(({ article }) => article.outlet)),
      topic: labels(event.topics),
      when: event.date ? [toLabel(event.status, event.date)] : [],
      term: [...new Set(reports.flatMap(({ article }) => article.terms))],
      copy: reports.map(({ url, article, wording }, index) => {
        const by = wording ? `${wording.quote.speaker.name}, in ${article.outlet.name}` : article.outlet.name
        return `${index + summary.length} ${url} ${by}`
      }),
    },
    names: [...allNames(event.speakers), ...allNames(event.reports.map(({ article }) => article.outlet))],
    topics: event.topics,
    when: event.date,
  }
}

function fromArticle(article: Article): Draft {
  const speakers = article.wordings.map(({ quote }) => quote.speaker)
  const isPrinted = article.rights === 'full'
  const excerpts = [...new Map(article.wordings.map((wording) => [wording.sentence, wording])).values()]
  const texts = isPrinted ? article.blocks.map(({ text }) => text) : excerpts.map(({ sentence }) => sentence)
  return {
    url: article.url,
    stretches: texts.map((text) => ({ kind: 'indirect', text })),
    meta: { title: article.title },
    filters: {
      thing: ['article'],
      speaker: labels(speakers),
      outlet: labels([article.outlet]),
      topic: labels(article.topics),
      when: [toLabel('published', article.published)],
      // A copy that is printed has an anchor for each of its blocks.
      copy: isPrinted ? [] : excerpts.map(({ url }, index) => `${index} ${url} ${article.outlet.name}`),
      term: article.terms,
    },
    names: [
      ...allNames([...speakers, ...article.mentions.map(({ speaker }) => speaker)]),
      ...allNames([article.outlet]),
      article.agency ?? '',
    ],
    topics: article.topics,
    when: article.published,
  }
}

function fromSpeaker(speaker: Speaker): Draft {
  return {
    url: speaker.url,
    stretches: [{ kind: 'indirect', text: speaker.summary || speaker.name }],
    meta: { title: speaker.name, role: speaker.roles.map(({ title }) => title).join(', ') },
    filters: {
      thing: ['speaker'],
      speaker: labels([speaker]),
      outlet: labels(speaker.quotes.flatMap(({ wordings }) => wordings.map(({ article }) => article.outlet))),
      topic: labels(speaker.quotes.flatMap(({ topics }) => topics)),
    },
    names: allNames([speaker]),
    topics: [],
    when: null,
  }
}

function fromTopic(topic: Topic): Draft {
  return {
    url: topic.url,
    stretches: [{ kind: 'indirect', text: topic.summary || topic.name }],
    meta: { title: topic.name },
    filters: {
      thing: ['topic'],
      speaker: labels(topic.quotes.map(({ speaker }) => speaker)),
      topic: labels([topic]),
    },
    names: [],
    topics: [topic],
    when: null,
  }
}

/** A wording as it is shown: nothing but direct words in quotation marks. */
function fromWording({ kind, text, parts }: Pick<Wording, 'kind' | 'text' | 'parts'>): Stretch {
  if (kind === 'direct') return { kind, text: `“${text}”` }
  return { kind, text: parts.map(toShown).join(' … ') }
}

const toShown = ({ kind, pieces, text }: Part): string => {
  if (kind === 'indirect' || pieces.length === 0) return text
  return pieces.map((piece) => (piece.quoted ? `“${piece.text}”` : piece.text)).join('')
}

function toRecord(draft: Draft, language: string, index: NameIndex): SearchRecord {
  const { url, stretches, meta, filters, when } = draft
  const shown = [meta.title, meta.role ?? '', meta.context ?? '', ...stretches.map(({ text }) => text)].join(' ')
  const words = toKnownWords(shown)
  const has = new Set(words)
  const isNew = (name: string): boolean => !toWordsOfName(name).every((word) => has.has(word))
  const names = [...new Set([...draft.names, ...index.findOthers(words)])].filter(isNew)
  // Few texts have any such letter.
  const folded = [shown, ...names]
    .filter(needsFolding)
    .flatMap((text) => text.split(/\s+/).filter(needsFolding))
    .map(fold)
  return {
    url,
    // Pagefind leaves out what has no content.
    content: toContent(stretches.length > 0 ? stretches : [{ kind: 'indirect', text: meta.title }]),
    language,
    meta: withoutEmpty({
      ...meta,
      names: toList([...names, ...folded]),
      topics: toList(draft.topics.map(toTopic).filter(isNew)),
    }),
    filters: withoutEmpty({ ...filters }),
    days: when && { first: toDay(when.earliest), last: toDay(when.latest) },
  }
}

/** A topic's name and, behind `aliasMark`, the words that people look for it by. */
const toTopic = ({ name, aliases }: Topic): string => [name, ...aliases].join(aliasMark)

const toList = (texts: readonly string[]): string => [...new Set(texts)].join(listMark)

const labels = (nouns: readonly { id: string; name: string }[]): string[] => [
  ...new Set(nouns.map(({ id, name }) => `${id} ${name}`)),
]

const allNames = (nouns: readonly { name: string; aliases: string[] }[]): string[] =>
  nouns.flatMap(({ name, aliases }) => [name, ...aliases])

const toLabel = (label: string, when: When): string => `${when.edtf} ${label} ${toDate(when, 'short')}`

/** A time as its day; empty when there is none, or no end. */
const toDay = (time: number | undefined): string =>
  time !== undefined && Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : ''

function withoutEmpty<Value extends string | string[] | undefined>(
  fields: Record<string, Value>,
): Record<string, NonNullable<Value>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, NonNullable<Value>] => entry[1] !== undefined && entry[1].length > 0,
    ),
  )
}
