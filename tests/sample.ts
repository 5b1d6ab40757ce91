/** A small fictional record made in memory, for tests of what is built from a record. */
import type {
  Article,
  Kind,
  NewsEvent,
  NewsRecord,
  Outlet,
  Part,
  Quote,
  Speaker,
  Topic,
  When,
  Wording,
} from '../src/record/types.ts'
import type { Rights } from '../src/schema/index.ts'
import { quoteAnchor, toTextFragment, urls } from '../src/urls.ts'

export interface SampleWording {
  article: string
  kind: Kind
  /** Verbatim, with its quotation marks; several parts are several strings. */
  parts: string[]
  before?: string
  after?: string
}

export interface Sample {
  speakers?: { id: string; name: string; aliases?: string[]; role?: string }[]
  outlets?: { id: string; name: string; aliases?: string[] }[]
  articles?: { id: string; title: string; outlet: string; published: string; rights?: Rights; paragraphs?: string[] }[]
  quotes?: { id: string; said?: string; context?: string; wordings: SampleWording[] }[]
  events?: {
    id: string
    title: string
    date?: string
    status?: NewsEvent['status']
    place?: string
    summary?: string
    speakers?: string[]
    reportedIn?: string[]
    reports?: { article: string; text: string }[]
  }[]
  topics?: { id: string; name: string; aliases?: string[]; quotes?: string[] }[]
  places?: { id: string; name: string; aliases?: string[] }[]
}

/** Two articles on a fictional bridge, one utterance in two wordings. */
export const bridge: Sample = {
  speakers: [
    {
      id: 'mara-lodzinska',
      name: 'Mara Łodzińska',
      aliases: ['Lodzinskaya', 'Мара Лодзинская'],
      role: 'Mayor of Port Ellis',
    },
    { id: 'harbour-officials', name: 'Harbour officials' },
  ],
  outlets: [
    { id: 'the-ledger', name: 'The Ledger' },
    { id: 'coast-wire', name: 'Coast Wire', aliases: ['CW'] },
  ],
  articles: [
    {
      id: '2031-03-02-bridge-closes',
      title: 'Bridge closes, mayor says',
      outlet: 'the-ledger',
      published: '2031-03-02',
      paragraphs: [
        '"We will not wait, and we do not need ferries," Łodzińska said.',
        'The old ferry sank in Kestrel Bay in 2029.',
      ],
    },
    {
      id: '2031-03-03-ferries',
      title: 'No ferries for Port Ellis',
      outlet: 'coast-wire',
      published: '2031-03-03',
      rights: 'excerpt',
      paragraphs: ['The mayor said the town would “not wait” for ferries.', 'A walrus was seen off the pier.'],
    },
  ],
  quotes: [
    {
      id: 'mara-lodzinska/no-ferries',
      said: '2031-03-01',
      context: 'to reporters',
      wordings: [
        {
          article: '2031-03-02-bridge-closes',
          kind: 'direct',
          parts: ['We will not wait, and we do not need ferries'],
          after: ',” Łodzińska said.',
        },
        {
          article: '2031-03-03-ferries',
          kind: 'mixed',
          parts: ['the town would “not wait” for ferries'],
          before: 'The mayor said ',
          after: '.',
        },
      ],
    },
    {
      id: 'harbour-officials/thirty-boats',
      wordings: [
        {
          article: '2031-03-02-bridge-closes',
          kind: 'indirect',
          parts: ['thirty boats were tied up'],
          after: ', officials said.',
        },
      ],
    },
  ],
  events: [
    {
      id: '2031-03-02-closure',
      title: 'The bridge closes',
      date: '2031-03-02',
      place: 'Kestrel Bay',
      summary: 'The town shuts its bridge.',
      speakers: ['mara-lodzinska'],
      reportedIn: ['harbour-officials/thirty-boats'],
      reports: [{ article: '2031-03-03-ferries', text: 'the span was shut at noon' }],
    },
    { id: 'ferry-returns', title: 'A ferry returns', status: 'expected' },
  ],
  topics: [
    {
      id: 'ferries',
      name: 'Are ferries needed?',
      aliases: ['boats', 'vessels'],
      quotes: ['mara-lodzinska/no-ferries'],
    },
  ],
  places: [{ id: 'kestrel-bay', name: 'Kestrel Bay', aliases: ['Bahía Kestrel'] }],
}

export function toWhen(edtf: string): When {
  const [from, to] = edtf.split('/')
  return { edtf, earliest: Date.parse(from ?? edtf), latest: Date.parse(to ?? from ?? edtf) + 86_399_999 }
}

/** Builds the record, every object pointing at the others as in a real one. */
export function toRecord(sample: Sample): NewsRecord {
  const places = (sample.places ?? []).map((place) => ({ aliases: [], ...place }))
  const outlets = (sample.outlets ?? []).map(
    (outlet): Outlet => ({
      aliases: [],
      kind: 'newspaper',
      url: null,
      country: null,
      summaryNodes: [],
      summary: '',
      articles: [],
      ...outlet,
    }),
  )
  const speakers = (sample.speakers ?? []).map(
    ({ role, ...speaker }): Speaker => ({
      aliases: [],
      kind: 'person',
      spellings: [],
      roles: role ? [{ title: role, from: null, to: null }] : [],
      country: null,
      wikidata: null,
      summaryNodes: [],
      summary: '',
      quotes: [],
      events: [],
      spokenOf: [],
      mentions: [],
      corrections: [],
      url: urls.speaker(speaker.id),
      ...speaker,
    }),
  )
  const topics = (sample.topics ?? []).map(
    ({ quotes: _, ...topic }): Topic => ({
      aliases: [],
      quotes: [],
      events: [],
      articles: [],
      corrections: [],
      summaryNodes: [],
      summary: '',
      url: urls.topic(topic.id),
      ...topic,
    }),
  )
  const quotesOf = new Map((sample.topics ?? []).map(({ id, quotes = [] }) => [id, new Set(quotes)]))
  const articles = (sample.articles ?? []).map(({ paragraphs = [], ...article }): Article => {
    const made: Article = {
      titleBasis: null,
      agency: null,
      agencyBasis: null,
      publishedBasis: null,
      address: `https://news.example/${article.id}`,
      language: 'en',
      topics: [],
      rights: 'full',
      captureNote: null,
      copyOf: null,
      copies: [],
      terms: [],
      added: '2031-04-01',
      blocks: paragraphs.map((text, index) => ({ index, kind: 'paragraph', text, hash: '0', line: index + 1 })),
      copy: [],
      wordings: [],
      reports: [],
      mentions: [],
      notes: [],
      corrections: [],
      url: urls.article(article.id),
      ...article,
      outlet: find(outlets, article.outlet),
      published: toWhen(article.published),
    }
    made.outlet.articles.push(made)
    return made
  })
  const quotes = (sample.quotes ?? []).map(({ id, said, context = null, wordings }): Quote => {
    const [speakerId = '', fragment = ''] = id.split('/')
    const speaker = find(speakers, speakerId)
    const quote: Quote = {
      id,
      fragment,
      speaker,
      role: speaker.roles[0]?.title ?? null,
      kind: 'indirect',
      said: said ? toWhen(said) : null,
      reported: toWhen('2031-03-02'),
      saidBasis: said ? 'the text says so' : null,
      saidSource: null,
      context,
      wordings: [],
      topics: topics.filter((topic) => quotesOf.get(topic.id)?.has(id)),
      events: [],
      about: [],
      corrections: [],
      url: urls.quote(speakerId, fragment),
    }
    quote.wordings = wordings.map((wording) => toWording(quote, find(articles, wording.article), wording))
    quote.kind = quote.wordings[0]?.kind ?? 'indirect'
    quote.reported = quote.wordings[0]?.article.published ?? quote.reported
    speaker.quotes.push(quote)
    for (const topic of quote.topics) topic.quotes.push(quote)
    return quote
  })
  const events = (sample.events ?? []).map(
    ({ reports = [], reportedIn = [], date, speakers: present = [], ...one }): NewsEvent => {
      const event: NewsEvent = {
        kind: 'other',
        status: 'happened',
        standing: null,
        dateBasis: 'the text says so',
        dateSource: null,
        place: null,
        topics: [],
        announcedBy: null,
        outcome: null,
        outcomeReport: null,
        slippedTo: null,
        quotes: [],
        reports: [],
        figures: [],
        summaryNodes: [],
        summary: '',
        added: '2031-04-01',
        updated: null,
        corrections: [],
        url: urls.event(one.id),
        ...one,
        date: date ? toWhen(date) : null,
        speakers: present.map((id) => find(speakers, id)),
      }
      for (const { article: id, text } of reports) {
        const article = find(articles, id)
        const report = { event, article, text, parts: [], wording: null, url: article.url, sourceUrl: article.address }
        event.reports.push(report)
        article.reports.push(report)
      }
      for (const wording of reportedIn.flatMap((id) => find(quotes, id).wordings)) {
        const { article, text, parts, url, sourceUrl } = wording
        event.reports.push({ event, article, text, parts, wording, url, sourceUrl })
      }
      for (const speaker of event.speakers) speaker.events.push(event)
      return event
    },
  )
  const days = articles.map(({ published }) => published)
  const [first, last] = [days[0], days.at(-1)]
  return {
    story: {
      name: 'On Record',
      subject: 'A bridge',
      language: 'en',
      contact: null,
      following: true,
      headline: null,
      leadNodes: [],
      lead: '',
    },
    articles,
    outlets,
    speakers,
    quotes,
    events,
    topics,
    places,
    corrections: [],
    withdrawn: [],
    moves: [],
    extent: first && last ? { first, last } : null,
    asOf: articles.at(-1)?.added ?? null,
  }
}

function toWording(
  quote: Quote,
  article: Article,
  { kind, parts: texts, before = '', after = '' }: SampleWording,
): Wording {
  const n = article.wordings.length + 1
  const anchor = quoteAnchor(quote.speaker.id, quote.fragment, n)
  const parts = texts.map(
    (text): Part => ({
      kind,
      text,
      pieces: toPieces(kind, text),
      anchor,
      block: 0,
      verbatim: kind === 'direct' ? `“${text}”` : text,
      before,
      after,
    }),
  )
  const text = texts.join(' … ')
  const wording: Wording = {
    quote,
    article,
    kind,
    parts,
    text,
    sentence: `${before}${parts.map(({ verbatim }) => verbatim).join(' … ')}${after}`,
    said: quote.said,
    saidBasis: quote.saidBasis,
    saidSource: null,
    context: quote.context,
    url: urls.article(article.id, anchor),
    sourceUrl: toTextFragment(article.address, text),
  }
  article.wordings.push(wording)
  return wording
}

function toPieces(kind: Kind, text: string): Part['pieces'] {
  if (kind === 'direct') return [{ text, quoted: true }]
  return text
    .split(/(“[^”]*”)/)
    .filter(Boolean)
    .map((piece) =>
      piece.startsWith('“') ? { text: piece.slice(1, -1), quoted: true } : { text: piece, quoted: false },
    )
}

/** Each list by its ids: a record of thousands would be searched for minutes. */
const byId = new WeakMap<object, Map<string, unknown>>()

function find<T extends { id: string }>(things: T[], id: string): T {
  const known = byId.get(things) ?? new Map(things.map((one) => [one.id, one]))
  byId.set(things, known)
  const thing = known.get(id) as T | undefined
  if (!thing)
    throw new Error(`Unexpected id \`${id}\` in a sample, expected one of ${things.map((one) => one.id).join(', ')}.`)
  return thing
}
