/** What a feed says about one quote, event or article: a title, a body with full attribution, days from the content. */
import { urls } from '../urls.ts'
import type { ArticleView } from '../views/article.ts'
import type { CorrectionView } from '../views/correction.ts'
import type { EventView, ReportView } from '../views/event.ts'
import { type QuoteView, type SpokenView, toSpoken } from '../views/quote.ts'
import type { Link } from '../views/shapes.ts'
import { printedOf, type WordingView } from '../views/wording.ts'
import { toCredit, whoseWords } from '../words/articles.ts'
import { correctionWords } from '../words/corrections.ts'
import { capital, joinKnown, joinWords, toSentence } from '../words/count.ts'
import { toWords } from '../words/dates.ts'
import { dateWords, kindAndStatus, kindOf, statusOf, toEventTitle } from '../words/events.ts'
import { langOf } from '../words/language.ts'
import { markNames } from '../words/mark-names.ts'
import { describeSaid, kindWords, nameOriginal, toOriginal, toSpeech, toSpeechLine } from '../words/quotes.ts'
import { say, sayWith, spokenLanguage } from '../words/say.ts'
import { type Child, element, fragment, type Markup } from './markup.ts'
import { toPermanentId } from './permanent-id.ts'
import { toAddress, toLine } from './plain.ts'

/** A link from an entry to words, ours or a source's. */
interface EntryLink {
  rel: 'via' | 'related'
  href: string
  title: string
}

export interface FeedEntry {
  id: string
  url: string
  title: string
  /** Language of the words that it tells of; null where it is in that of the site alone. */
  language: string | null
  /** Escaped HTML of our own making. */
  html: string
  /** Days on which it came into the record and last changed there, `2026-11-22T12:00:00Z`. */
  published: string
  updated: string
  /** Whose words these are: the speaker's when they are direct, else the outlets'. */
  authors: string[]
  categories: { term: string; label: string }[]
  links: EntryLink[]
}

/** Something that a feed tells of. */
export type Told =
  | { is: 'quote'; quote: QuoteView }
  | { is: 'event'; event: EventView }
  | { is: 'article'; article: ArticleView; quotes: ReadonlyMap<string, QuoteView> }
  | { is: 'correction'; correction: CorrectionView }

/** The view of what is told. */
export function viewOf(told: Told): QuoteView | EventView | ArticleView | CorrectionView {
  switch (told.is) {
    case 'quote':
      return told.quote
    case 'event':
      return told.event
    case 'article':
      return told.article
    case 'correction':
      return told.correction
  }
}

/** The days on which something came into the record and last changed there, by an addition or a correction: `2026-11-22`. */
export function daysOf(told: Told): { first: string; last: string } {
  if (told.is === 'correction') return { first: told.correction.date, last: told.correction.date }
  const { added, changed } = viewOf(told) as QuoteView | EventView | ArticleView
  return { first: added, last: changed }
}

export function toEntry(told: Told): FeedEntry {
  const { first, last } = daysOf(told)
  const entry = toUndated(told)
  const html = markNames(entry.html, spokenLanguage())
  return { published: toMoment(first), updated: toMoment(last), ...entry, html }
}

function toUndated(told: Told): Undated {
  switch (told.is) {
    case 'quote':
      return fromQuote(told.quote)
    case 'event':
      return fromEvent(told.event)
    case 'article':
      return fromArticle(told.article, told.quotes)
    case 'correction':
      return fromCorrection(told.correction)
  }
}

/** The content knows days, the formats want moments: noon in UTC, which from Honolulu to Auckland's winter is that day. */
export function toMoment(day: string): string {
  return `${day}T12:00:00Z`
}

type Undated = Omit<FeedEntry, 'published' | 'updated'>

function fromQuote(quote: QuoteView): Undated {
  const { kind, links, original, url, wordings } = quote
  const [shown] = wordings
  return {
    id: toPermanentId(url),
    url: urls.absolute(url),
    title: toLine(shown ? toSpeechLine(links.speaker.name, printedOf(shown)) : links.speaker.name),
    language: shown?.language ?? null,
    html: fragment(
      ...wordings.map((wording) => toWordsHtml(toSpoken(quote, wording))),
      original && toOriginalHtml(original),
      paragraph(link(url, say('feed.quote')), ...toTopicLinks(links.topics)),
    ).markup,
    authors: kind === 'direct' ? [toLine(links.speaker.name)] : toOutlets(wordings),
    categories: [{ term: `quote-${kind}`, label: kindWords(kind) }, ...links.topics.map(toCategory)],
    links: wordings.flatMap(toWordLinks),
  }
}

/** The words, then whose they are, of what kind, said when, printed where. */
function toWordsHtml(spoken: SpokenView): Markup {
  const { links, role, wording } = spoken
  const { archived, kind, language, published, source, sourceUrl, url } = wording
  const { speaker } = links
  const credit = toCredit(wording)
  const words = toLine(toSpeech(wording))
  const name = link(speaker.url, role ? say('comma', { before: speaker.name, after: role }) : speaker.name)
  const worded = { kind: kindWords(kind), credit, said: describeSaid(spoken), date: toWords(published) }
  const attribution = paragraph(
    ...sayWith<Markup>('clauses', {
      before: kind === 'direct' ? fragment('— ', name) : fragment(...sayWith<Markup>('feed.by', { name })),
      after: say('feed.worded', worded),
    }),
    ' ',
    link(url, say('feed.ourCopy')),
    ' · ',
    link(sourceUrl, say('feed.atSource', { outlet: wording.links.outlet.name })),
    ...archived.flatMap(({ address, date }) => [
      ' · ',
      link(address, say('wording.archived', { date: toWords(date) })),
    ]),
  )
  if (kind !== 'direct') {
    const shown = element('bdi', langOf(language), words)
    return fragment(
      paragraph(...sayWith<Markup>('cite.reports', { credit, name: speaker.name, words: shown })),
      attribution,
    )
  }
  return fragment(
    element('blockquote', { cite: toAddress(source), ...langOf(language) }, paragraph(words)),
    attribution,
  )
}

/** The words as they were spoken, told apart from what outlets made of them. */
function toOriginalHtml(original: NonNullable<QuoteView['original']>): Markup {
  const { language, source } = original
  return fragment(
    paragraph(`${nameOriginal(original)}, `, link(source, 'by this source'), ':'),
    element('blockquote', { cite: toAddress(source), ...langOf(language) }, paragraph(toLine(toOriginal(original)))),
  )
}

function fromEvent(event: EventView): Undated {
  const { announcement, dateBasis, links, outcome, place, reports, slippedTo, status, summary, url } = event
  const facts = [
    capital(kindAndStatus(event)),
    say('feed.event.when', { date: dateWords(event), basis: dateBasis }),
    place && say('feed.event.where', { place }),
    slippedTo && say('feed.event.slipped', { date: toWords(slippedTo) }),
    outcome && say('feed.event.outcome', { outcome }),
  ]
  return {
    id: toPermanentId(url),
    url: urls.absolute(url),
    title: toLine(toEventTitle(event)),
    language: null,
    html: fragment(
      paragraph(`${joinKnown(facts, 'clauses')}${say('stop', { sentence: '' })}`),
      summary && paragraph(toLine(summary)),
      announcement && fragment(paragraph(say('feed.event.announced')), toWordsHtml(announcement)),
      status === 'expected' && !announcement && paragraph(toSentence(say('announcer.nobody'))),
      ...reports
        .filter(({ spoken }) => !spoken || spoken.wording.url !== announcement?.wording.url)
        .map((report) => (report.spoken ? toWordsHtml(report.spoken) : toReportHtml(report))),
      paragraph(link(url, say('feed.event.page')), ...toTopicLinks(links.topics)),
    ).markup,
    authors: toOutlets(reports),
    categories: [
      { term: `event-${event.kind}`, label: kindOf(event) },
      { term: `event-${status}`, label: statusOf(event) },
      ...links.topics.map(toCategory),
    ],
    links: reports.flatMap(toWordLinks),
  }
}

function toReportHtml(report: ReportView): Markup {
  return paragraph(
    ...sayWith<Markup>('feed.report', {
      report: link(report.url, joinWords([toCredit(report), whoseWords(report)])),
      words: element('bdi', langOf(report.language), toLine(report.narrative ?? report.text)),
      date: toWords(report.published),
      link: link(report.sourceUrl, say('feed.report.link', { outlet: report.links.outlet.name })),
    }),
  )
}

function fromArticle(article: ArticleView, quotes: ReadonlyMap<string, QuoteView>): Undated {
  const { captureNote, language, links, published, source, title, url } = article
  const credit = toCredit(article)
  const spoken = article.quotes.flatMap((id) => {
    const quote = quotes.get(id)
    return (quote?.wordings ?? []).flatMap((wording) =>
      quote && wording.article === article.id ? [toSpoken(quote, wording)] : [],
    )
  })
  return {
    id: toPermanentId(url),
    url: urls.absolute(url),
    title: toLine(joinWords([credit, title], 'colon')),
    language,
    html: fragment(
      paragraph(
        ...sayWith<Markup>('feed.article', {
          title: element('bdi', langOf(language), link(source, title)),
          credit,
          date: toWords(published),
        }),
        captureNote && ` ${captureNote}`,
      ),
      paragraph(link(url, say('feed.article.page'))),
      spoken.length > 0 &&
        element(
          'ul',
          {},
          ...spoken.map((own) =>
            element(
              'li',
              {},
              ...sayWith<Markup>('brackets', {
                before: element('bdi', langOf(language), link(own.url, toSpokenLine(own))),
                after: kindWords(own.wording.kind),
              }),
            ),
          ),
        ),
    ).markup,
    authors: [toLine(credit)],
    categories: [{ term: 'article', label: say('article.label') }, ...links.topics.map(toCategory)],
    links: toLinks('via', source, credit),
  }
}

function fromCorrection(correction: CorrectionView): Undated {
  const { date, is, kind, links, url, was, why } = correction
  const { things } = links
  return {
    id: toPermanentId(url),
    url: urls.absolute(url),
    title: toLine(
      joinWords(
        [
          correctionWords(correction),
          joinWords(
            things.map(({ name }) => name),
            'clauses',
          ),
        ],
        'colon',
      ),
    ),
    language: null,
    html: fragment(
      paragraph(say('feed.correction.on', { kind: correctionWords(correction), date: toWords(date) })),
      paragraph(joinWords([say('corrections.was'), toLine(was)], 'colon')),
      paragraph(is === null ? say('feed.correction.gone') : joinWords([say('corrections.is'), toLine(is)], 'colon')),
      paragraph(joinWords([say('corrections.why'), toLine(why)], 'colon')),
      element('ul', {}, ...things.map(({ name, url: page }) => element('li', {}, link(page, name)))),
    ).markup,
    // The site's own words.
    authors: [],
    categories: [{ term: `correction-${kind}`, label: say('feed.correction.label') }],
    links: [],
  }
}

function toSpokenLine({ links, wording }: SpokenView): string {
  const words = toLine(toSpeech(wording))
  const { speaker } = links
  return wording.kind === 'direct'
    ? joinWords([speaker.name, words], 'colon')
    : say('cite.reports', { credit: wording.links.outlet.name, name: speaker.name, words })
}

function toWordLinks(carrier: WordingView | ReportView): EntryLink[] {
  const credit = toCredit(carrier)
  return [
    ...toLinks('via', carrier.sourceUrl, say('feed.atSource', { outlet: credit })),
    ...toLinks('related', carrier.url, say('feed.inCopyOf', { outlet: credit })),
  ]
}

function toLinks(rel: EntryLink['rel'], address: string, title: string): EntryLink[] {
  const href = toAddress(address.startsWith('/') ? urls.absolute(address) : address)
  return href ? [{ rel, href, title: toLine(title) }] : []
}

function toOutlets(carriers: readonly (WordingView | ReportView)[]): string[] {
  return [...new Set(carriers.map((carrier) => toLine(toCredit(carrier))))]
}

function toCategory({ id, name }: Link): FeedEntry['categories'][number] {
  return { term: `topic-${id}`, label: toLine(name) }
}

function toTopicLinks(topics: readonly Link[]): Child[] {
  return topics.flatMap(({ url, name }) => [' · ', link(url, name)])
}

function paragraph(...children: Child[]): Markup {
  return element('p', {}, ...children)
}

/** A link; only its text when the address is none that may be followed. */
function link(address: string, text: string): Markup {
  const href = toAddress(address.startsWith('/') ? urls.absolute(address) : address)
  return href ? element('a', { href }, toLine(text)) : fragment(toLine(text))
}
