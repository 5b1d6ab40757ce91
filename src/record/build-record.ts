/**
 * From content files to the record: joins links into wordings, wordings into quotes, reports into events, and puts
 * everything in order. Pure, linear in the size of the record, and never throws on bad content: what points nowhere is
 * left out here and named by the checks.
 */
import { compare, getOrMake } from '../lists.ts'
import type { ProseNode } from '../markdown/nodes.ts'
import type { Prose } from '../markdown/prose.ts'
import { noSettings, type SettingsData } from '../schema/index.ts'
import { siteName } from '../site.ts'
import { urls } from '../urls.ts'
import { linkCorrections, listWithdrawn, pick, toMoves } from './corrections.ts'
import type { ArticleEntry, Entries, Entry } from './entries.ts'
import { roleOn } from './roles.ts'
import type {
  Article,
  Figure,
  Kind,
  NewsEvent,
  NewsRecord,
  Outlet,
  OwnPage,
  Place,
  Quote,
  Report,
  Role,
  Speaker,
  Story,
  Topic,
  When,
  Wording,
} from './types.ts'
import { saidBases } from './types.ts'
import { agree, compareWhen, toWhen } from './when.ts'
import { joinLinks, type Run, toQuotedReport, toReport, toWording } from './wordings.ts'

/** Builds the record; `published` are the addresses that were. */
export function buildRecord(entries: Entries, published: readonly string[] = []): NewsRecord {
  const settings = entries.settings?.data ?? noSettings
  const lookup = layOut(entries, settings)
  const withdrawn = listWithdrawn(entries.quotes, lookup.speakers)
  const articles = entries.articles.map((entry) => toArticle(entry, lookup)).sort(compareArticles)
  const sources = new Map(entries.articles.map((entry) => [entry.id, entry]))
  for (const article of articles) {
    lookup.articles.set(article.id, article)
    article.outlet.articles.push(article)
    for (const topic of article.topics) topic.articles.push(article)
    const entry = sources.get(article.id)
    if (entry) for (const run of joinLinks(entry.reading.links)) place(run, article, entry, lookup)
  }
  linkCopies(articles, sources)
  for (const quote of lookup.quotes.values()) settle(quote)
  for (const { id, data } of entries.quotes) {
    const quote = lookup.quotes.get(id)
    if (!quote) continue
    quote.about = pick(lookup.speakers, data.about)
    quote.with = pick(lookup.speakers, data.with).filter((speaker) => speaker !== quote.speaker)
    if (data.original && data.language) quote.original = { ...data.original, language: data.language }
  }
  // The sorts are stable: what is said at one time stays in the order of the articles and their text.
  const quotes = [...lookup.quotes.values()].sort(compareQuotes)
  for (const [rank, quote] of quotes.entries()) lookup.ranks.set(quote, rank)
  const topics = entries.topics.toSorted(compareTopics).map((entry) => toLinkedTopic(entry, lookup))
  for (const entry of entries.events) linkEvent(entry, lookup)
  const events = [...lookup.events.values()].sort(compareEvents)
  handOut(quotes, events, articles)
  const [first, last] = [articles[0], articles.at(-1)]
  const corrections = linkCorrections(entries.corrections, lookup, withdrawn)
  return {
    story: toStory(entries.story, settings),
    settings,
    words: entries.words?.data ?? {},
    articles,
    outlets: [...lookup.outlets.values()].sort(compareNames),
    speakers: [...lookup.speakers.values()].sort(compareNames),
    quotes,
    events,
    topics,
    places: entries.places.map((entry): Place => ({ id: entry.id, ...entry.data })).sort(compareNames),
    pages: entries.pages.toSorted(comparePages).map(toOwnPage),
    corrections,
    withdrawn,
    moves: toMoves(entries.corrections, [...quotes, ...withdrawn], published),
    extent: first && last ? { first: first.published, last: last.published } : null,
    asOf: newestDay(entries),
  }
}

/** Everything by id while the record is being built. Articles, and so quotes, come in order of publication. */
interface Lookup {
  outlets: Map<string, Outlet>
  speakers: Map<string, Speaker>
  topics: Map<string, Topic>
  events: Map<string, NewsEvent>
  quotes: Map<string, Quote>
  articles: Map<string, Article>
  /** Order of wordings and reports: by publication, then as they stand in the text. */
  order: Map<Wording | Report, number>
  /** Place of each quote among all. */
  ranks: Map<Quote, number>
}

const literalness: { [kind in Kind]: number } = { direct: 0, mixed: 1, indirect: 2 }
const collator = new Intl.Collator('en')

function layOut(entries: Entries, { eventKinds }: SettingsData): Lookup {
  return {
    outlets: toMap(entries.outlets, toOutlet),
    speakers: toMap(entries.speakers, toSpeaker),
    topics: toMap(entries.topics, toTopic),
    events: toMap(entries.events, (entry) => toEvent(entry, eventKinds ?? {})),
    quotes: new Map(),
    articles: new Map(),
    order: new Map(),
    ranks: new Map(),
  }
}

function toMap<Source extends { id: string }, Item>(
  list: readonly Source[],
  toItem: (source: Source) => Item,
): Map<string, Item> {
  return new Map(list.map((source) => [source.id, toItem(source)]))
}

function toSummary(body: Entry<unknown>['body']): { summaryNodes: ProseNode[]; summary: string } {
  return { summaryNodes: body.nodes, summary: body.text }
}

function toOutlet({ id, data, body }: Entries['outlets'][number]): Outlet {
  return { ...data, id, ...toSummary(body), articles: [] }
}

function toSpeaker({ id, data, body }: Entries['speakers'][number]): Speaker {
  return {
    id,
    ...data,
    roles: data.roles.map((role): Role => ({ title: role.title, from: toDate(role.from), to: toDate(role.to) })),
    ...toSummary(body),
    quotes: [],
    events: [],
    spokenOf: [],
    mentions: [],
    corrections: [],
    url: urls.speaker(id),
  }
}

function toTopic({ id, data, body }: Entries['topics'][number]): Topic {
  const linked = { quotes: [], events: [], articles: [], corrections: [] }
  return { ...data, id, ...linked, ...toSummary(body), url: urls.topic(id) }
}

function toEvent({ id, data, body }: Entries['events'][number], kinds: { [kind: string]: string }): NewsEvent {
  return {
    ...data,
    id,
    // In words from here on, as ours are.
    kind: kinds[data.kind] ?? data.kind,
    date: toDate(data.date),
    slippedTo: toDate(data.slippedTo),
    ...toSummary(body),
    // Filled when everything is there.
    speakers: [],
    topics: [],
    announcedBy: null,
    outcomeReport: null,
    quotes: [],
    reports: [],
    figures: [],
    corrections: [],
    url: urls.event(id),
  }
}

function toArticle({ id, data, reading }: ArticleEntry, lookup: Lookup): Article {
  return {
    ...data,
    id,
    outlet: lookup.outlets.get(data.outlet) ?? standIn(data.outlet, lookup),
    copyOf: null,
    copies: [],
    published: toWhen(data.published) as When,
    address: data.url,
    archived: data.archived.map(({ url, date }) => ({ address: url, date })),
    topics: pick(lookup.topics, data.topics),
    blocks: reading.blocks,
    copy: reading.copy,
    wordings: [],
    reports: [],
    mentions: [],
    notes: [],
    corrections: [],
    url: urls.article(id),
  }
}

function linkCopies(articles: readonly Article[], sources: ReadonlyMap<string, ArticleEntry>): void {
  const byId = new Map(articles.map((article) => [article.id, article]))
  for (const article of articles) {
    const original = byId.get(sources.get(article.id)?.data.copyOf ?? '')
    // A copy of a copy is named by the checks.
    if (!original || original === article || sources.get(original.id)?.data.copyOf) continue
    article.copyOf = original
    original.copies.push(article)
  }
}

const noProse: Prose = { nodes: [], text: '', links: [], rawHtml: [], images: [], refused: [] }

/** An outlet that has no file: an error to the checks, but the editor sees the article meanwhile. */
function standIn(id: string, lookup: Lookup): Outlet {
  const data = { name: id, kind: 'newspaper', url: null, country: null, aliases: [], draft: false } as const
  const outlet = toOutlet({ id, path: '', data: { ...data, aliases: [] }, body: noProse })
  lookup.outlets.set(id, outlet)
  return outlet
}

/** Puts a run of links where it belongs: a wording with its quote, a report with its event, a mention with its speaker. */
function place(run: Run, article: Article, entry: ArticleEntry, lookup: Lookup): void {
  const { is, target, fragment, block, anchor } = run[0]
  if (is === 'report') {
    const event = lookup.events.get(target)
    if (!event) return
    const report = toReport(event, article, run)
    lookup.order.set(report, lookup.order.size)
    article.reports.push(report)
    event.reports.push(report)
    article.notes.push({ is, block, anchor, report })
    return
  }
  const speaker = lookup.speakers.get(target)
  if (!speaker) return
  if (is === 'mention') {
    const mention = { speaker, article, anchor, url: urls.article(article.id, anchor) }
    article.mentions.push(mention)
    article.notes.push({ is, block, anchor, mention })
    return
  }
  const quote = takeQuote(speaker, fragment ?? '', article, lookup)
  const wording = toWording(quote, article, entry, run)
  lookup.order.set(wording, lookup.order.size)
  quote.wordings.push(wording)
  article.wordings.push(wording)
  article.notes.push({ is: 'wording', block, anchor, wording })
}

function takeQuote(speaker: Speaker, fragment: string, article: Article, lookup: Lookup): Quote {
  const id = `${speaker.id}/${fragment}`
  return getOrMake(lookup.quotes, id, () => ({
    id,
    fragment,
    speaker,
    role: null,
    kind: 'indirect',
    said: null,
    // The first article that has it is the earliest.
    reported: article.published,
    saidBasis: null,
    saidSource: null,
    context: null,
    wordings: [],
    topics: [],
    events: [],
    about: [],
    original: null,
    with: [],
    corrections: [],
    url: urls.quote(speaker.id, fragment),
  }))
}

/** What holds for a quote, from its wordings, which stand in order of publication until now. */
function settle(quote: Quote): void {
  quote.context = quote.wordings.find((wording) => wording.context)?.context ?? null
  quote.said = agree(quote.wordings.map((wording) => wording.said))
  if (quote.said) {
    const giving = quote.wordings.filter((wording) => wording.said?.edtf === quote.said?.edtf)
    const basis = giving.find((wording) => wording.saidSource) ?? giving[0]
    quote.saidBasis = basis ? basis.saidBasis : saidBases.wordings
    quote.saidSource = basis?.saidSource ?? null
  }
  quote.role = roleOn(quote.speaker.roles, quote.said ?? quote.reported)
  quote.wordings.sort((a, b) => literalness[a.kind] - literalness[b.kind])
  quote.kind = quote.wordings[0]?.kind ?? 'indirect'
}

function toLinkedTopic({ id, data }: Entries['topics'][number], lookup: Lookup): Topic {
  const topic = lookup.topics.get(id) as Topic
  topic.quotes = pickQuotes(lookup, data.quotes)
  for (const quote of topic.quotes) quote.topics.push(topic)
  return topic
}

function linkEvent({ id, data }: Entries['events'][number], lookup: Lookup): void {
  const event = lookup.events.get(id) as NewsEvent
  event.speakers = pick(lookup.speakers, data.speakers)
  event.topics = pick(lookup.topics, data.topics)
  event.announcedBy = pickQuotes(lookup, data.announcedBy ? [data.announcedBy] : [])[0] ?? null
  const reporting = pickQuotes(lookup, data.reportedIn)
  const about = pickQuotes(lookup, data.quotes)
  event.quotes = about.filter((quote) => quote !== event.announcedBy && !reporting.includes(quote))
  const order = new Map(event.reports.map((report) => [report, lookup.order.get(report) ?? 0]))
  for (const wording of reporting.flatMap((quote) => quote.wordings)) {
    order.set(toQuotedReport(event, wording), lookup.order.get(wording) ?? 0)
  }
  event.reports = [...order].sort(([, a], [, b]) => a - b).map(([report]) => report)
  event.outcomeReport = event.reports.findLast(({ article }) => article.id === data.outcomeIn) ?? null
  event.figures = data.figures.flatMap((figure): Figure[] => {
    const article = lookup.articles.get(figure.article)
    const saidBy = (figure.saidBy && lookup.speakers.get(figure.saidBy)) || null
    return article ? [{ ...figure, saidBy, article }] : []
  })
  const quotes = [...reporting, ...event.quotes, ...(event.announcedBy ? [event.announcedBy] : [])]
  for (const quote of new Set(quotes)) quote.events.push(event)
}

/** Fills the lists that hang from one sorted list: they come out sorted too. */
function handOut(quotes: readonly Quote[], events: readonly NewsEvent[], articles: readonly Article[]): void {
  for (const quote of quotes) {
    for (const speaker of [quote.speaker, ...quote.with]) speaker.quotes.push(quote)
    quote.events.sort(compareEvents)
    for (const speaker of quote.about) speaker.spokenOf.push(quote)
  }
  for (const event of events) {
    for (const speaker of event.speakers) speaker.events.push(event)
    for (const topic of event.topics) topic.events.push(event)
  }
  for (const article of articles) {
    const quoted = new Set(article.wordings.map((wording) => wording.quote.speaker))
    for (const mention of article.mentions) {
      if (!quoted.has(mention.speaker)) mention.speaker.mentions.push(mention)
    }
  }
}

function newestDay({ articles, events, corrections, quotes }: Entries): string | null {
  let newest: string | null = null
  const days = [
    articles.map(({ data }) => data.added),
    events.map(({ data }) => data.updated ?? data.added),
    corrections.map(({ data }) => data.date),
    quotes.flatMap(({ data }) => data.withdrawn?.date ?? []),
  ]
  for (const day of days.flat()) if (newest === null || day > newest) newest = day
  return newest
}

function toStory(entry: Entries['story'], { name, contact }: SettingsData): Story {
  const empty = { name: null, subject: '', language: 'en', contact: null, following: false, headline: null, equals: [] }
  const data = entry?.data ?? empty
  const lead = { leadNodes: entry?.body.nodes ?? [], lead: entry?.body.text ?? '' }
  return { ...data, ...lead, name: name ?? data.name ?? siteName, contact: contact ?? data.contact }
}

function comparePages(a: Entries['pages'][number], b: Entries['pages'][number]): number {
  return a.data.order - b.data.order || compare(a.id, b.id)
}

function toOwnPage({ id, data, body }: Entries['pages'][number]): OwnPage {
  const { draft, order, ...said } = data
  return { ...said, id, bodyNodes: body.nodes, url: urls.ownPage(id) }
}

/** The quotes that front matter names (`speaker#fragment`), in the order of all quotes. */
function pickQuotes({ quotes, ranks }: Lookup, names: readonly string[]): Quote[] {
  const picked = pick(
    quotes,
    names.map((name) => name.replace('#', '/')),
  )
  return picked.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
}

function toDate(text: string | null): When | null {
  return text === null ? null : toWhen(text)
}

function compareArticles(a: Article, b: Article): number {
  return compareWhen(a.published, b.published) || compare(a.id, b.id)
}

/** Quotes without a day stand where they were reported. */
function compareQuotes(a: Quote, b: Quote): number {
  return compareWhen(a.said ?? a.reported, b.said ?? b.reported)
}

/** Events without a date come last. */
export function compareEvents(a: NewsEvent, b: NewsEvent): number {
  if (a.date && b.date) return compareWhen(a.date, b.date) || compare(a.id, b.id)
  return a.date ? -1 : b.date ? 1 : compare(a.id, b.id)
}

function compareTopics(a: Entries['topics'][number], b: Entries['topics'][number]): number {
  return a.data.order - b.data.order || collator.compare(a.data.name, b.data.name) || compare(a.id, b.id)
}

function compareNames(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return collator.compare(a.name, b.name) || compare(a.id, b.id)
}
