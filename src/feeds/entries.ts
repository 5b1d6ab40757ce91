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
import { capital } from '../words/count.ts'
import { toWords } from '../words/dates.ts'
import { dateWords, kindOf, toEventTitle } from '../words/events.ts'
import { langOf } from '../words/language.ts'
import { describeSaid, kindWords, nameOriginal, toOriginal, toSpeech, toSpeechLine } from '../words/quotes.ts'
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
  const days = { published: toMoment(first), updated: toMoment(last) }
  switch (told.is) {
    case 'quote':
      return { ...days, ...fromQuote(told.quote) }
    case 'event':
      return { ...days, ...fromEvent(told.event) }
    case 'article':
      return { ...days, ...fromArticle(told.article, told.quotes) }
    case 'correction':
      return { ...days, ...fromCorrection(told.correction) }
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
      paragraph(link(url, 'This quote with all its wordings'), ...toTopicLinks(links.topics)),
    ).markup,
    authors: kind === 'direct' ? [toLine(links.speaker.name)] : toOutlets(wordings),
    categories: [{ term: `quote-${kind}`, label: kindWords[kind] }, ...links.topics.map(toCategory)],
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
  const attribution = paragraph(
    kind === 'direct' ? '— ' : 'Speaker: ',
    link(speaker.url, role ? `${speaker.name}, ${role}` : speaker.name),
    `; ${kindWords[kind]}, as worded by ${credit}. ${describeSaid(spoken)} Published ${toWords(published)}. `,
    link(url, 'These words in our copy'),
    ' · ',
    link(sourceUrl, `These words at ${wording.links.outlet.name}`),
    ...archived.flatMap(({ address, date }) => [' · ', link(address, `In an archive, ${toWords(date)}`)]),
  )
  if (kind !== 'direct')
    return fragment(
      paragraph(`${credit} reports what ${speaker.name} said: `, element('bdi', langOf(language), words)),
      attribution,
    )
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
  const { announcement, dateBasis, links, outcome, place, reports, slippedTo, standing, status, summary, url } = event
  const facts = [
    `${capital(kindOf(event))}, ${status}${standing ? ` (${standing})` : ''}`,
    `when: ${dateWords(event)} (${dateBasis})`,
    place && `where: ${place}`,
    slippedTo && `slipped to ${toWords(slippedTo)}`,
    outcome && `what came of it: ${outcome}`,
  ]
  return {
    id: toPermanentId(url),
    url: urls.absolute(url),
    title: toLine(toEventTitle(event)),
    language: null,
    html: fragment(
      paragraph(`${facts.filter(Boolean).join('; ')}.`),
      summary && paragraph(toLine(summary)),
      announcement && fragment(paragraph('Announced by:'), toWordsHtml(announcement)),
      status === 'expected' && !announcement && paragraph('Nobody is named as announcing it.'),
      ...reports
        .filter(({ spoken }) => !spoken || spoken.wording.url !== announcement?.wording.url)
        .map((report) => (report.spoken ? toWordsHtml(report.spoken) : toReportHtml(report))),
      paragraph(link(url, 'This event with all its reports'), ...toTopicLinks(links.topics)),
    ).markup,
    authors: toOutlets(reports),
    categories: [
      { term: `event-${event.kind}`, label: kindOf(event) },
      { term: `event-${status}`, label: status },
      ...links.topics.map(toCategory),
    ],
    links: reports.flatMap(toWordLinks),
  }
}

function toReportHtml(report: ReportView): Markup {
  return paragraph(
    link(report.url, `${toCredit(report)}, ${whoseWords(report)}`),
    ': ',
    element('bdi', langOf(report.language), toLine(report.narrative ?? report.text)),
    ` (published ${toWords(report.published)}; `,
    link(report.sourceUrl, `these words at ${report.links.outlet.name}`),
    ')',
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
    title: toLine(`${credit}: ${title}`),
    language,
    html: fragment(
      paragraph(
        element('bdi', langOf(language), link(source, title)),
        `: ${credit}, published ${toWords(published)}.`,
        captureNote && ` ${captureNote}`,
      ),
      paragraph(link(url, 'Its quotes and reports in this record')),
      spoken.length > 0 &&
        element(
          'ul',
          {},
          ...spoken.map((own) =>
            element(
              'li',
              {},
              element('bdi', langOf(language), link(own.url, toSpokenLine(own))),
              ` (${kindWords[own.wording.kind]})`,
            ),
          ),
        ),
    ).markup,
    authors: [toLine(credit)],
    categories: [{ term: 'article', label: 'article' }, ...links.topics.map(toCategory)],
    links: toLinks('via', source, credit),
  }
}

function fromCorrection(correction: CorrectionView): Undated {
  const { date, is, kind, links, url, was, why } = correction
  const { things } = links
  return {
    id: toPermanentId(url),
    url: urls.absolute(url),
    title: toLine(`${correctionWords[kind]}: ${things.map(({ name }) => name).join('; ')}`),
    language: null,
    html: fragment(
      paragraph(`${correctionWords[kind]} on ${toWords(date)}.`),
      paragraph(`It said: ${toLine(was)}`),
      paragraph(is === null ? 'It says nothing now: this was taken off the record.' : `It says: ${toLine(is)}`),
      paragraph(`Why: ${toLine(why)}`),
      element('ul', {}, ...things.map(({ name, url: page }) => element('li', {}, link(page, name)))),
    ).markup,
    // The site's own words.
    authors: [],
    categories: [{ term: `correction-${kind}`, label: 'correction' }],
    links: [],
  }
}

function toSpokenLine({ links, wording }: SpokenView): string {
  const words = toLine(toSpeech(wording))
  const { speaker } = links
  return wording.kind === 'direct'
    ? `${speaker.name}: ${words}`
    : `${wording.links.outlet.name} reports what ${speaker.name} said: ${words}`
}

function toWordLinks(carrier: WordingView | ReportView): EntryLink[] {
  const credit = toCredit(carrier)
  return [
    ...toLinks('via', carrier.sourceUrl, `These words at ${credit}`),
    ...toLinks('related', carrier.url, `These words in our copy of ${credit}`),
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
