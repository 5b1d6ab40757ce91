/** From the record to what Pagefind indexes: one record a quote, an event, an article, a speaker and a topic. */
import { urls } from '../urls.ts'
import type { ArticleView } from '../views/article.ts'
import { independentBy } from '../views/carriers.ts'
import type { EventView } from '../views/event.ts'
import type { QuoteView } from '../views/quote.ts'
import type { Days, Link } from '../views/shapes.ts'
import type { SpeakerView } from '../views/speaker.ts'
import type { TopicView } from '../views/topic.ts'
import type { Views } from '../views/views.ts'
import type { WordingView } from '../views/wording.ts'
import { joinWords } from '../words/count.ts'
import { pageDayOf, toWords as toDate } from '../words/dates.ts'
import { marksOf } from '../words/marks.ts'
import { saidOrReported, toOriginal } from '../words/quotes.ts'
import { nameOf, say } from '../words/say.ts'
import { aliasMark, type Filters, listMark, type Meta, type Stretch, toContent } from './content.ts'
import { toKnownWords, toWordsOfName } from './known-words.ts'
import { indexNames, type NameIndex, toAgency } from './names.ts'

/** A custom record in Pagefind's own terms. */
export interface SearchRecord {
  url: string
  content: string
  language: string
  /** Language of its last stretch, where that is somebody's words in the original. */
  original?: string
  meta: Record<string, string>
  filters: Record<string, string[]>
  /** First and last day of the date it stands under, which Pagefind is not told; an open end is empty. */
  days: { first: string; last: string } | null
  /** When it was first published; null of what has no such day, or changes with every article. */
  since: string | null
}

/** Everything that can be found, each in the language of its words; what is ours is in that of the site. */
export function toSearchRecords(views: Views): SearchRecord[] {
  const index = indexNames(views)
  const all = toLookUp(views)
  const write = (draft: Draft): SearchRecord => toRecord(draft, draft.language ?? views.site.language, index)
  return [
    ...views.quotes.map((quote) => fromQuote(quote, all)),
    ...views.events.map((event) => fromEvent(event, all)),
    ...views.articles.map((article, number) => fromArticle(article, views.texts[number] ?? [], all)),
    ...views.speakers.map((speaker) => fromSpeaker(speaker, all)),
    ...views.topics.map((topic) => fromTopic(topic, all)),
  ].map(write)
}

/** The address of the day that a date leads to, else a dash. */
function dayOrNone(date: string): string {
  const day = pageDayOf(date)
  return day ? urls.day(day) : '-'
}

/** A record before the other names of what it is about are added. */
interface Draft {
  url: string
  stretches: Stretch[]
  meta: Meta
  filters: Filters
  /** Names it goes by, besides those found in its words. */
  names: string[]
  topics: readonly TopicView[]
  days: Days | null
  since: string | null
  /** Of what is not ours. */
  language?: string
  original?: string
}

/** Things by their ids. */
interface LookUp {
  quotes: ReadonlyMap<string, QuoteView>
  articles: ReadonlyMap<string, ArticleView>
  topics: ReadonlyMap<string, TopicView>
  /** All names of a speaker, of an outlet. */
  speakerNames: (ids: Iterable<string>) => string[]
  outletNames: (ids: Iterable<string>) => string[]
  /** Who publishes these, and the agencies that wrote them, `id name`. */
  outletsOf: (carriers: readonly { agency: string | null; links: { outlet: Pick<Link, 'id' | 'name'> } }[]) => string[]
}

function toLookUp({ articles, outlets, quotes, speakers, topics }: Views): LookUp {
  const namesOf = (nouns: readonly { id: string; name: string; aliases: string[] }[]) => {
    const names = new Map(nouns.map(({ aliases, id, name }) => [id, [name, ...aliases]]))
    return (ids: Iterable<string>): string[] => [...new Set(ids)].flatMap((id) => names.get(id) ?? [])
  }
  const byId = <View extends { id: string }>(views: readonly View[]) => new Map(views.map((view) => [view.id, view]))
  return {
    quotes: byId(quotes),
    articles: byId(articles),
    topics: byId(topics),
    speakerNames: namesOf(speakers),
    outletNames: namesOf(outlets),
    outletsOf: (carriers) => {
      const agencies = carriers.flatMap(({ agency }) => (agency ? toAgency(agency, outlets) : []))
      return [...new Set([...labels(carriers.map(({ links }) => links.outlet)), ...agencies])]
    },
  }
}

function fromQuote(quote: QuoteView, all: LookUp): Draft {
  // A copy of the same text is no wording of its own; its outlet finds the quote all the same.
  const wordings = independentBy(quote.wordings, ({ article, links: { copyOf } }) => ({
    article,
    origin: copyOf?.id ?? article,
  }))
  const { about, links, original, reported, said, speaker } = quote
  return {
    url: quote.url,
    stretches: [
      ...wordings.map(fromWording),
      ...(original ? [{ kind: 'direct' as const, text: toOriginal(original) }] : []),
    ],
    meta: { title: links.speaker.name, role: quote.role ?? '', context: quote.context ?? '' },
    filters: {
      speaker: labels([links.speaker]),
      outlet: all.outletsOf(quote.wordings),
      topic: labels(links.topics),
      kind: [quote.kind],
      when: [`${dayOrNone(said ?? reported)} ${saidOrReported(quote, 'short')}`],
      copy: wordings.map((wording, index) => `${index} ${wording.url} ${wording.links.outlet.name}`),
    },
    names: [...all.speakerNames([speaker, ...about]), ...all.outletNames(quote.wordings.map(({ outlet }) => outlet))],
    topics: pick(all.topics, quote.topics),
    days: quote.saidDays ?? { first: reported, last: reported },
    since: reported,
    ...(wordings[0] && { language: wordings[0].language }),
    ...(original && { original: original.language }),
  }
}

function fromEvent(event: EventView, all: LookUp): Draft {
  const { date, figures, id, links, place, reports, speakers, status, summary, title } = event
  // The copy of an excerpt is not ours to index: of its reports only those that are somebody's words are.
  const printed = reports.filter(({ spoken, rights }) => spoken || rights === 'full')
  const own: Stretch[] = summary ? [{ kind: 'indirect', text: summary }] : []
  const number = own.length + printed.length
  return {
    url: event.url,
    stretches: [
      ...own,
      ...printed.map(
        ({ spoken, text }): Stretch => (spoken ? fromWording(spoken.wording) : { kind: 'indirect', text }),
      ),
      ...figures.map(
        ({ scope, what, words }): Stretch => ({
          kind: 'indirect',
          text: `${scope ? `${what}, ${scope}` : what}: ${words}`,
        }),
      ),
    ],
    meta: { title, context: place ?? '', id: toShort(id) },
    filters: {
      thing: ['event'],
      speaker: labels(links.speakers),
      outlet: all.outletsOf(reports),
      topic: labels(links.topics),
      when: date
        ? [
            `${dayOrNone(date)} ${say('search.event.when', { status: nameOf('status', status), date: toDate(date, 'short') })}`,
          ]
        : [],
      term: [...new Set(printed.flatMap(({ article }) => all.articles.get(article)?.terms ?? []))],
      copy: [
        ...printed.map(({ url, links: { outlet }, spoken }, index) => {
          const by = spoken
            ? joinWords([spoken.links.speaker.name, say('credit.in', { outlets: outlet.name })])
            : outlet.name
          return `${index + own.length} ${url} ${by}`
        }),
        ...figures.map(({ links: { article, saidBy }, outlet }, index) => {
          const by = saidBy ? joinWords([saidBy.name, say('credit.in', { outlets: outlet })]) : outlet
          return `${index + number} ${article.url} ${by}`
        }),
      ],
    },
    names: [...all.speakerNames(speakers), ...all.outletNames(reports.map(({ outlet }) => outlet))],
    topics: pick(all.topics, event.topics),
    days: event.dateDays,
    since: reports[0]?.published ?? null,
  }
}

function fromArticle(article: ArticleView, texts: Views['texts'][number], all: LookUp): Draft {
  const { agency, language, links, mentions, outlet, published, speakers, terms, title } = article
  return {
    url: article.url,
    stretches: texts.map(({ text }) => ({ kind: 'indirect', text })),
    meta: { title },
    filters: {
      thing: ['article'],
      speaker: labels(links.speakers),
      outlet: all.outletsOf([article]),
      topic: labels(links.topics),
      when: [`${dayOrNone(published)} ${say('wording.published', { date: toDate(published, 'short') })}`],
      // A copy that is printed has an anchor for each of its blocks.
      copy: texts.flatMap(({ url }, index) => (url === null ? [] : [`${index} ${url} ${links.outlet.name}`])),
      term: terms,
    },
    names: [...all.speakerNames([...speakers, ...mentions]), ...all.outletNames([outlet]), agency ?? ''],
    topics: pick(all.topics, article.topics),
    days: { first: published, last: published },
    since: published,
    language,
  }
}

function fromSpeaker(speaker: SpeakerView, all: LookUp): Draft {
  const quotes = pick(all.quotes, speaker.quotes)
  return {
    url: speaker.url,
    stretches: [{ kind: 'indirect', text: speaker.summary || speaker.name }],
    meta: { title: speaker.name, role: speaker.roles.map(({ title }) => title).join(', ') },
    filters: {
      thing: ['speaker'],
      speaker: labels([speaker]),
      outlet: all.outletsOf(quotes.flatMap(({ wordings }) => wordings)),
      topic: labels(quotes.flatMap(({ links }) => links.topics)),
    },
    names: [speaker.name, ...speaker.aliases],
    topics: [],
    days: null,
    since: null,
  }
}

function fromTopic(topic: TopicView, all: LookUp): Draft {
  return {
    url: topic.url,
    stretches: [{ kind: 'indirect', text: topic.summary || topic.name }],
    meta: { title: topic.name, id: toShort(topic.id) },
    filters: {
      thing: ['topic'],
      speaker: labels(pick(all.quotes, topic.quotes).map(({ links }) => links.speaker)),
      topic: labels([topic]),
    },
    names: [],
    topics: [topic],
    days: null,
    since: null,
  }
}

/** A wording as it is shown: nothing but direct words in quotation marks. */
function fromWording({ kind, language, pieces, text }: WordingView): Stretch {
  const [open, close] = marksOf(language)
  if (kind === 'direct') return { kind, text: open + text + close }
  const shown = pieces.map((part) =>
    part.map((piece) => (piece.quoted ? open + piece.text + close : piece.text)).join(''),
  )
  return { kind, text: shown.join(' … ') }
}

function pick<View>(from: ReadonlyMap<string, View>, ids: readonly string[]): View[] {
  return ids.flatMap((id) => from.get(id) ?? [])
}

function toRecord(draft: Draft, language: string, index: NameIndex): SearchRecord {
  const { days, since, url, stretches, meta, filters } = draft
  const shown = [meta.title, meta.role ?? '', meta.context ?? '', ...stretches.map(({ text }) => text)].join(' ')
  const words = toKnownWords(shown)
  const has = new Set(words)
  const isNew = (name: string): boolean => {
    const { row, words: own } = toWordsOfName(name)
    return !own.every((word) => has.has(word)) || (row !== null && !words.join(' ').includes(row))
  }
  const named = index.find(words, shown)
  const names = [...new Set([...draft.names, ...named.names])].filter(isNew)
  return {
    url,
    // Pagefind leaves out what has no content.
    content: toContent(stretches.length > 0 ? stretches : [{ kind: 'indirect', text: meta.title }]),
    language,
    ...(draft.original && { original: draft.original }),
    meta: withoutEmpty({
      ...meta,
      names: toList(names),
      topics: toList(draft.topics.map(toTopic).filter(isNew)),
      questions: toList(draft.topics.map(({ name }) => name)),
    }),
    filters: withoutEmpty({ ...filters, place: named.places }),
    days: days && { first: days.first ?? '', last: days.last ?? '' },
    since,
  }
}

/** A topic's name and, behind `aliasMark`, the words that people look for it by. */
const toTopic = ({ name, aliases }: TopicView): string => [name, ...aliases].join(aliasMark)

const toList = (texts: readonly string[]): string => [...new Set(texts)].join(listMark)

const labels = (nouns: readonly Pick<Link, 'id' | 'name'>[]): string[] => [
  ...new Set(nouns.map(({ id, name }) => `${id} ${name}`)),
]

/** The words of a file's name, its date left out. */
const toShort = (id: string): string => id.replace(/^\d{4}-(?:\d\d-){0,2}/, '').replaceAll('-', ' ')

function withoutEmpty<Value extends string | string[] | undefined>(
  fields: Record<string, Value>,
): Record<string, NonNullable<Value>> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, NonNullable<Value>] => entry[1] !== undefined && entry[1].length > 0,
    ),
  )
}
