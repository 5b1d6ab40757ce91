/**
 * From content files to the record: joins links into wordings, wordings into quotes, reports into events, and puts
 * everything in order. Pure, linear in the size of the record, and never throws on bad content: what points nowhere is
 * left out here and named by the checks.
 */
import type { ReadLink } from '../markdown/reading.ts'
import { siteName } from '../site.ts'
import { toTextFragment, urls } from '../urls.ts'
import type { ArticleEntry, Entries } from './entries.ts'
import { findSpellings } from './spellings.ts'
import type {
  Article,
  Kind,
  NewsEvent,
  NewsRecord,
  Outlet,
  Part,
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
import { compareWhen, intersect, toWhen } from './when.ts'

/** Builds the record. */
export function buildRecord(entries: Entries): NewsRecord {
  const shelf: Shelf = {
    outlets: toMap(
      entries.outlets,
      (entry): Outlet => ({ id: entry.id, ...entry.data, ...summary(entry.body), articles: [] }),
    ),
    speakers: toMap(entries.speakers, toSpeaker),
    topics: toMap(entries.topics, toTopic),
    events: toMap(entries.events, toEvent),
    quotes: new Map(),
    articles: new Map(),
  }
  const articles = entries.articles.map((entry) => toArticle(entry, shelf))
  articles.sort((a, b) => compareWhen(a.published, b.published) || compareText(a.id, b.id))
  for (const article of articles) {
    shelf.articles.set(article.id, article)
    article.outlet.articles.push(article)
    for (const topic of article.topics) topic.articles.push(article)
  }
  const readings = new Map(entries.articles.map((entry) => [entry.id, entry]))
  for (const article of articles) readLinks(article, readings.get(article.id) as ArticleEntry, shelf)
  for (const entry of entries.quotes) {
    const quote = shelf.quotes.get(entry.id)
    if (quote) quote.about = pick(shelf.speakers, entry.data.about)
  }
  for (const quote of shelf.quotes.values()) settleQuote(quote)
  linkTopics(entries, shelf)
  linkEvents(entries, shelf)
  const quotes = [...shelf.quotes.values()].sort(compareQuotes)
  const events = [...shelf.events.values()].sort(compareEvents)
  settleOrders(shelf, quotes, events)
  const spellings = findSpellings([...shelf.speakers.values()], articles)
  for (const speaker of shelf.speakers.values()) speaker.spellings = spellings.get(speaker) ?? []
  const [first, last] = [articles[0], articles.at(-1)]
  return {
    story: toStory(entries.story),
    articles,
    outlets: [...shelf.outlets.values()].sort(byName),
    speakers: [...shelf.speakers.values()].sort(byName),
    quotes,
    events,
    topics: toOrderedTopics(entries, shelf),
    places: entries.places.map((entry): Place => ({ id: entry.id, ...entry.data })).sort(byName),
    extent: first && last ? { first: first.published, last: last.published } : null,
  }
}

/** Order in which quotes were said; those without a day stand where they were reported. */
export function compareQuotes(a: Quote, b: Quote): number {
  return compareWhen(a.said ?? a.reported, b.said ?? b.reported) || compareFirst(a, b) || compareText(a.id, b.id)
}

/** Order of events; those without a date come last. */
export function compareEvents(a: NewsEvent, b: NewsEvent): number {
  if (a.date && b.date) return compareWhen(a.date, b.date) || compareText(a.id, b.id)
  return a.date ? -1 : b.date ? 1 : compareText(a.id, b.id)
}

interface Shelf {
  outlets: Map<string, Outlet>
  speakers: Map<string, Speaker>
  topics: Map<string, Topic>
  events: Map<string, NewsEvent>
  quotes: Map<string, Quote>
  articles: Map<string, Article>
}

const literalness: { [kind in Kind]: number } = { direct: 0, mixed: 1, indirect: 2 }

function toMap<Source extends { id: string }, Item>(
  list: readonly Source[],
  toItem: (source: Source) => Item,
): Map<string, Item> {
  return new Map(list.map((source) => [source.id, toItem(source)]))
}

function pick<Item>(from: Map<string, Item>, ids: readonly string[]): Item[] {
  return [...new Set(ids)].flatMap((id) => from.get(id) ?? [])
}

function summary(body: { html: string; text: string }): { summaryHtml: string; summary: string } {
  return { summaryHtml: body.html, summary: body.text }
}

function toSpeaker(entry: Entries['speakers'][number]): Speaker {
  const { roles, ...data } = entry.data
  return {
    id: entry.id,
    ...data,
    roles: roles.map((role): Role => ({ title: role.title, from: toDate(role.from), to: toDate(role.to) })),
    spellings: [],
    ...summary(entry.body),
    quotes: [],
    events: [],
    spokenOf: [],
    mentions: [],
    url: urls.speaker(entry.id),
  }
}

function toTopic(entry: Entries['topics'][number]): Topic {
  const { name, aliases } = entry.data
  return {
    id: entry.id,
    name,
    aliases,
    quotes: [],
    events: [],
    articles: [],
    ...summary(entry.body),
    url: urls.topic(entry.id),
  }
}

function toEvent(entry: Entries['events'][number]): NewsEvent {
  const { title, kind, status, standing, dateBasis, dateSource, place, outcome, added } = entry.data
  return {
    id: entry.id,
    title,
    kind,
    status,
    standing,
    date: toDate(entry.data.date),
    dateBasis,
    dateSource,
    place,
    speakers: [],
    topics: [],
    announcedBy: null,
    outcome,
    slippedTo: toDate(entry.data.slippedTo),
    quotes: [],
    reports: [],
    figures: [],
    ...summary(entry.body),
    added,
    url: urls.event(entry.id),
  }
}

function toArticle({ id, data, reading }: ArticleEntry, shelf: Shelf): Article {
  let outlet = shelf.outlets.get(data.outlet)
  if (!outlet) {
    // Named by the checks; a stand-in lets the editor see the article meanwhile.
    outlet = {
      id: data.outlet,
      name: data.outlet,
      kind: 'newspaper',
      url: null,
      country: null,
      aliases: [],
      ...summary({ html: '', text: '' }),
      articles: [],
    }
    shelf.outlets.set(outlet.id, outlet)
  }
  return {
    id,
    title: data.title,
    titleBasis: data.titleBasis,
    outlet,
    agency: data.agency,
    agencyBasis: data.agencyBasis,
    published: toWhen(data.published) as When,
    publishedBasis: data.publishedBasis,
    address: data.url,
    language: data.language,
    topics: pick(shelf.topics, data.topics),
    rights: data.rights,
    captureNote: data.captureNote,
    terms: data.terms,
    added: data.added,
    blocks: reading.blocks,
    blockHtml: reading.blockHtml,
    wordings: [],
    reports: [],
    mentions: [],
    notes: [],
    url: urls.article(id),
  }
}

/** Turns the links of one article into wordings, reports and mentions. */
function readLinks(article: Article, entry: ArticleEntry, shelf: Shelf): void {
  for (const run of toRuns(entry.reading.links)) {
    const [first] = run
    if (!first) continue
    const speaker = shelf.speakers.get(first.target)
    const parts = run.map((link) => toPart(link, article))
    const anchor = first.anchor
    const url = urls.article(article.id, anchor)
    if (first.is === 'report') {
      const event = shelf.events.get(first.target)
      if (!event) continue
      const text = parts.map((part) => part.verbatim).join(' … ')
      const sourceUrl = toTextFragment(article.address, first.verbatim)
      const report: Report = { event, article, text, parts, wording: null, url, sourceUrl }
      article.reports.push(report)
      event.reports.push(report)
      article.notes.push({ is: 'report', block: first.block, anchor, report })
    } else if (!speaker) {
    } else if (first.is === 'mention') {
      const mention = { speaker, article, anchor, url }
      article.mentions.push(mention)
      article.notes.push({ is: 'mention', block: first.block, anchor, mention })
    } else {
      const quote = takeQuote(speaker, first.fragment ?? '', article, shelf)
      const wording = toWording(quote, article, entry, run, parts)
      quote.wordings.push(wording)
      article.wordings.push(wording)
      article.notes.push({ is: 'wording', block: first.block, anchor, wording })
    }
  }
}

/** Links of one quote or event in the same or in adjoining paragraphs, in order of their first; a mention stands alone. */
function toRuns(links: readonly ReadLink[]): ReadLink[][] {
  const runs: ReadLink[][] = []
  const open = new Map<string, ReadLink[]>()
  for (const link of links) {
    const key = `${link.is} ${link.target}#${link.fragment}`
    const run = open.get(key)
    const last = run?.at(-1)
    if (run && last && link.is !== 'mention' && link.block - last.block <= 1) run.push(link)
    else {
      const begun = [link]
      runs.push(begun)
      open.set(key, begun)
    }
  }
  return runs
}

function toPart(link: ReadLink, article: Article): Part {
  const text = article.blocks[link.block]?.text ?? ''
  return {
    kind: link.kind,
    text: link.text,
    pieces: link.pieces,
    anchor: link.anchor,
    block: link.block,
    verbatim: link.verbatim,
    before: text.slice(link.sentenceStart, link.start).trimStart(),
    after: text.slice(link.end, link.sentenceEnd).trimEnd(),
  }
}

function toWording(
  quote: Quote,
  article: Article,
  entry: ArticleEntry,
  run: readonly ReadLink[],
  parts: Part[],
): Wording {
  const kinds = new Set(parts.map((part) => part.kind))
  const said = agree(run.map((link) => toDate(link.said)))
  const basis = entry.data.saidBasis
  const known = basis?.date === said?.edtf && (basis?.speaker ?? quote.speaker.id) === quote.speaker.id ? basis : null
  return {
    quote,
    article,
    kind: kinds.size === 1 ? (parts[0] as Part).kind : 'mixed',
    parts,
    text: parts.map((part) => part.text).join(' … '),
    sentence: toSentence(article, run),
    said,
    saidBasis: said ? (known ? (known.words ?? 'a source other than the article') : 'as the article gives it') : null,
    saidSource: known?.source ?? null,
    context: run.find((link) => link.context)?.context ?? null,
    url: urls.article(article.id, run[0]?.anchor),
    sourceUrl: toTextFragment(article.address, parts[0]?.text ?? ''),
  }
}

/** The sentences around a run of links: those that touch are one stretch, others are joined by ` … `. */
function toSentence(article: Article, run: readonly ReadLink[]): string {
  const stretches: { block: number; start: number; end: number }[] = []
  for (const link of run) {
    const last = stretches.at(-1)
    if (last && last.block === link.block && link.sentenceStart <= last.end)
      last.end = Math.max(last.end, link.sentenceEnd)
    else stretches.push({ block: link.block, start: link.sentenceStart, end: link.sentenceEnd })
  }
  return stretches
    .map(({ block, start, end }) => (article.blocks[block]?.text ?? '').slice(start, end).trim())
    .join(' … ')
}

function takeQuote(speaker: Speaker, fragment: string, article: Article, shelf: Shelf): Quote {
  const id = `${speaker.id}/${fragment}`
  const known = shelf.quotes.get(id)
  if (known) return known
  const quote: Quote = {
    id,
    fragment,
    speaker,
    role: null,
    kind: 'indirect',
    said: null,
    // Articles come by publication, so the first that has it is the earliest.
    reported: article.published,
    saidBasis: null,
    saidSource: null,
    context: null,
    wordings: [],
    topics: [],
    events: [],
    about: [],
    url: urls.quote(speaker.id, fragment),
  }
  shelf.quotes.set(id, quote)
  speaker.quotes.push(quote)
  return quote
}

/** What holds for a quote, from its wordings (which stand in order of publication until now). */
function settleQuote(quote: Quote): void {
  quote.context = quote.wordings.find((wording) => wording.context)?.context ?? null
  quote.said = agree(quote.wordings.map((wording) => wording.said))
  if (quote.said) {
    const giving = quote.wordings.filter((wording) => wording.said?.edtf === quote.said?.edtf)
    const basis = giving.find((wording) => wording.saidSource) ?? giving[0]
    quote.saidBasis = basis ? basis.saidBasis : 'the span that its wordings agree on'
    quote.saidSource = basis?.saidSource ?? null
  }
  quote.role = roleOn(quote.speaker.roles, quote.said ?? quote.reported)
  // A stable sort: publication decides among equals.
  quote.wordings.sort((a, b) => literalness[a.kind] - literalness[b.kind])
  quote.kind = quote.wordings[0]?.kind ?? 'indirect'
}

/** The role held all through a date; where that is not certain, none. */
export function roleOn(roles: readonly Role[], date: When): string | null {
  const held = roles.filter(
    (role) =>
      (role.from?.latest ?? -Infinity) <= date.latest && certainlyBegun(role, date) && certainlyLasting(role, date),
  )
  held.sort((a, b) => (b.from?.earliest ?? -Infinity) - (a.from?.earliest ?? -Infinity) || 0)
  return held[0]?.title ?? null
}

function certainlyBegun(role: Role, date: When): boolean {
  return !role.from || startOfLatest(role.from) <= date.earliest
}

function certainlyLasting(role: Role, date: When): boolean {
  return !role.to || role.to.earliest + 86_399_999 >= date.latest
}

/** Start of the last day a date may mean. */
function startOfLatest(when: When): number {
  return when.latest - 86_399_999
}

/** The narrowest date that all agree on; null when none is given or when they contradict. */
function agree(dates: readonly (When | null)[]): When | null {
  let agreed: When | null = null
  for (const date of dates) {
    if (!date) continue
    agreed = agreed ? intersect(agreed, date) : date
    if (!agreed) return null
  }
  return agreed
}

function linkTopics(entries: Entries, shelf: Shelf): void {
  for (const entry of orderTopics(entries)) {
    const topic = shelf.topics.get(entry.id) as Topic
    topic.quotes = pick(shelf.quotes, entry.data.quotes.map(toQuoteId))
    for (const quote of topic.quotes) quote.topics.push(topic)
  }
}

function linkEvents(entries: Entries, shelf: Shelf): void {
  const order = new Map([...shelf.articles.values()].map((article, index) => [article, index]))
  for (const { id, data } of entries.events) {
    const event = shelf.events.get(id) as NewsEvent
    event.speakers = pick(shelf.speakers, data.speakers)
    event.topics = pick(shelf.topics, data.topics)
    event.announcedBy = data.announcedBy ? (shelf.quotes.get(toQuoteId(data.announcedBy)) ?? null) : null
    const reporting = pick(shelf.quotes, data.reportedIn.map(toQuoteId))
    event.quotes = pick(shelf.quotes, data.quotes.map(toQuoteId)).filter(
      (quote) => quote !== event.announcedBy && !reporting.includes(quote),
    )
    for (const wording of reporting.flatMap((quote) => quote.wordings)) {
      const { article, text, parts, url, sourceUrl } = wording
      event.reports.push({ event, article, text, parts, wording, url, sourceUrl })
    }
    event.reports.sort(
      (a, b) =>
        (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0) ||
        (a.parts[0]?.block ?? 0) - (b.parts[0]?.block ?? 0),
    )
    event.figures = data.figures.flatMap((figure) => {
      const article = shelf.articles.get(figure.article)
      return article
        ? { ...figure, article, saidBy: figure.saidBy ? (shelf.speakers.get(figure.saidBy) ?? null) : null }
        : []
    })
    const quotes = new Set([...reporting, ...event.quotes, ...(event.announcedBy ? [event.announcedBy] : [])])
    for (const quote of quotes) quote.events.push(event)
  }
}

function settleOrders(shelf: Shelf, quotes: readonly Quote[], events: readonly NewsEvent[]): void {
  for (const speaker of shelf.speakers.values()) speaker.quotes.sort(compareQuotes)
  for (const topic of shelf.topics.values()) topic.quotes.sort(compareQuotes)
  for (const event of events) {
    event.quotes.sort(compareQuotes)
    for (const speaker of event.speakers) speaker.events.push(event)
    for (const topic of event.topics) topic.events.push(event)
  }
  for (const quote of quotes) {
    quote.events.sort(compareEvents)
    for (const speaker of quote.about) speaker.spokenOf.push(quote)
  }
  for (const article of shelf.articles.values()) {
    const quoted = new Set(article.wordings.map((wording) => wording.quote.speaker))
    for (const mention of article.mentions) if (!quoted.has(mention.speaker)) mention.speaker.mentions.push(mention)
  }
}

function toStory(entry: Entries['story']): Story {
  if (!entry) {
    return {
      name: siteName,
      subject: '',
      language: 'en',
      contact: null,
      following: false,
      headline: null,
      leadHtml: '',
      lead: '',
    }
  }
  return { ...entry.data, leadHtml: entry.body.html, lead: entry.body.text }
}

function orderTopics(entries: Entries): Entries['topics'] {
  return [...entries.topics].sort((a, b) => a.data.order - b.data.order || compareText(a.data.name, b.data.name))
}

function toOrderedTopics(entries: Entries, shelf: Shelf): Topic[] {
  return orderTopics(entries).map((entry) => shelf.topics.get(entry.id) as Topic)
}

/** `speaker#fragment` of front matter as the id of a quote. */
function toQuoteId(name: string): string {
  return name.replace('#', '/')
}

function toDate(text: string | null): When | null {
  return text ? toWhen(text) : null
}

function compareFirst(a: Quote, b: Quote): number {
  const [first, second] = [earliestWording(a), earliestWording(b)]
  if (!first || !second) return 0
  return (
    compareWhen(first.article.published, second.article.published) ||
    compareText(first.article.id, second.article.id) ||
    (first.parts[0]?.block ?? 0) - (second.parts[0]?.block ?? 0) ||
    (first.parts[0]?.before.length ?? 0) - (second.parts[0]?.before.length ?? 0)
  )
}

function earliestWording(quote: Quote): Wording | undefined {
  return quote.wordings.reduce<Wording | undefined>((earliest, wording) => {
    if (!earliest) return wording
    const order =
      compareWhen(wording.article.published, earliest.article.published) ||
      compareText(wording.article.id, earliest.article.id) ||
      (wording.parts[0]?.block ?? 0) - (earliest.parts[0]?.block ?? 0)
    return order < 0 ? wording : earliest
  }, undefined)
}

function byName(a: { name: string; id: string }, b: { name: string; id: string }): number {
  return collator.compare(a.name, b.name) || compareText(a.id, b.id)
}

const collator = new Intl.Collator('en')

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
