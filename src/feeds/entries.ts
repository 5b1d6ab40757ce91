/** What a feed says about one quote, event or article: a title, a body with full attribution, days from the content. */
import { namesOf } from '../record/corrections.ts'
import { describeKind } from '../record/describe.ts'
import { describeOutlet, kindLabels, whoseWords } from '../record/sources.ts'
import { toQuoteLine, toReportLine, toSpeech } from '../record/speech.ts'
import type { Article, Correction, NewsEvent, Quote, Report, Wording } from '../record/types.ts'
import { toIsoDay, toWords } from '../record/when.ts'
import { urls } from '../urls.ts'
import { type Child, element, fragment, type Markup } from './markup.ts'
import { toPermanentId } from './permanent-id.ts'
import { toAddress, toLine } from './plain.ts'

/** A link from an entry to words, ours or a source's. */
export interface EntryLink {
  rel: 'via' | 'related'
  href: string
  title: string
}

export interface FeedEntry {
  id: string
  url: string
  title: string
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
  | { is: 'quote'; quote: Quote }
  | { is: 'event'; event: NewsEvent }
  | { is: 'article'; article: Article }
  | { is: 'correction'; correction: Correction }

/** The days on which something came into the record and last changed there, by an addition or a correction: `2026-11-22`. */
export function daysOf(told: Told): { first: string; last: string } {
  const days = toDays(told).toSorted()
  const first = told.is === 'event' ? told.event.added : (days[0] ?? '')
  return { first, last: days.at(-1) ?? first }
}

function toDays(told: Told): string[] {
  switch (told.is) {
    case 'quote':
      return [...told.quote.wordings.map(({ article }) => article.added), ...told.quote.corrections.map(dayOf)]
    case 'event':
      return [
        told.event.added,
        ...(told.event.updated ? [told.event.updated] : []),
        ...told.event.reports.map(({ article }) => article.added),
        ...told.event.corrections.map(dayOf),
      ]
    case 'article':
      return [told.article.added, ...told.article.corrections.map(dayOf)]
    case 'correction':
      return [dayOf(told.correction)]
  }
}

function dayOf({ date }: Correction): string {
  return toIsoDay(date) ?? date.edtf
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
      return { ...days, ...fromArticle(told.article) }
    case 'correction':
      return { ...days, ...fromCorrection(told.correction) }
  }
}

/** The content knows days, the formats want moments: noon in UTC, which from Honolulu to Auckland's winter is that day. */
export function toMoment(day: string): string {
  return `${day}T12:00:00Z`
}

type Undated = Omit<FeedEntry, 'published' | 'updated'>

function fromQuote(quote: Quote): Undated {
  return {
    id: toPermanentId(quote.url),
    url: urls.absolute(quote.url),
    title: toLine(toQuoteLine(quote)),
    html: fragment(
      ...quote.wordings.map(toWordingHtml),
      paragraph(link(quote.url, 'This quote with all its wordings'), ...toTopicLinks(quote.topics)),
    ).markup,
    authors: quote.kind === 'direct' ? [toLine(quote.speaker.name)] : toOutlets(quote.wordings),
    categories: [{ term: `quote-${quote.kind}`, label: kindLabels[quote.kind] }, ...quote.topics.map(toCategory)],
    links: quote.wordings.flatMap(toWordLinks),
  }
}

/** The words, then whose they are, of what kind, said when, printed where. */
function toWordingHtml(wording: Wording): Markup {
  const { quote, article, kind } = wording
  const { speaker, role } = quote
  const source = describeOutlet(article)
  const words = toLine(toSpeech(wording))
  const who = role ? `${speaker.name}, ${role}` : speaker.name
  const attribution = paragraph(
    kind === 'direct' ? '— ' : 'Speaker: ',
    link(speaker.url, who),
    `; ${kindLabels[kind]}, as worded by ${source}. ${describeSaid(wording)} Published ${toWords(article.published)}. `,
    link(wording.url, 'These words in our copy'),
    ' · ',
    link(wording.sourceUrl, `These words at ${article.outlet.name}`),
  )
  if (kind !== 'direct')
    return fragment(paragraph(`${source} reports what ${speaker.name} said: ${words}`), attribution)
  return fragment(
    element('blockquote', { cite: toAddress(article.address), lang: article.language }, paragraph(words)),
    attribution,
  )
}

function describeSaid({ said, saidBasis, context, quote }: Wording): string {
  const to = context ?? quote.context
  if (said) return `Said ${toWords(said)}${to ? `, ${to}` : ''}${saidBasis ? ` (the day: ${saidBasis})` : ''}.`
  if (quote.said) return `Said ${toWords(quote.said)}, by another wording${to ? `, ${to}` : ''}.`
  return `When it was said is not given${to ? `; ${to}` : ''}.`
}

function fromEvent(event: NewsEvent): Undated {
  const { date, dateBasis, status, standing, place, announcedBy, outcome, slippedTo, summary, reports } = event
  const facts = [
    `${capital(describeKind(event))}, ${status}${standing ? ` (${standing})` : ''}`,
    `when: ${date ? toWords(date) : 'no date given'} (${dateBasis})`,
    place && `where: ${place}`,
    slippedTo && `slipped to ${toWords(slippedTo)}`,
    outcome && `what came of it: ${outcome}`,
  ]
  const announcement = announcedBy?.wordings[0]
  return {
    id: toPermanentId(event.url),
    url: urls.absolute(event.url),
    title: toLine(toEventTitle(event)),
    html: fragment(
      paragraph(`${facts.filter(Boolean).join('; ')}.`),
      summary && paragraph(toLine(summary)),
      announcement && fragment(paragraph('Announced by:'), toWordingHtml(announcement)),
      status === 'expected' && !announcement && paragraph('Nobody is named as announcing it.'),
      ...reports
        .filter(({ wording }) => !wording || wording !== announcement)
        .map((report) =>
          report.wording
            ? toWordingHtml(report.wording)
            : paragraph(
                link(report.url, `${describeOutlet(report.article)}, ${whoseWords(report.article)}`),
                `: ${toLine(toReportLine(report))} (published ${toWords(report.article.published)}; `,
                link(report.sourceUrl, `these words at ${report.article.outlet.name}`),
                ')',
              ),
        ),
      paragraph(link(event.url, 'This event with all its reports'), ...toTopicLinks(event.topics)),
    ).markup,
    authors: toOutlets(reports),
    categories: [
      { term: `event-${event.kind}`, label: describeKind(event) },
      { term: `event-${status}`, label: status },
      ...event.topics.map(toCategory),
    ],
    links: reports.flatMap(toWordLinks),
  }
}

/** The title, and before it what keeps it from being a fact: `Expected: A ferry returns`. */
export function toEventTitle({ title, status }: NewsEvent): string {
  return status === 'happened' || status === 'held' ? title : `${capital(status)}: ${title}`
}

function fromArticle(article: Article): Undated {
  const source = describeOutlet(article)
  const quotes = [...new Set(article.wordings.map(({ quote }) => quote))]
  return {
    id: toPermanentId(article.url),
    url: urls.absolute(article.url),
    title: toLine(`${source}: ${article.title}`),
    html: fragment(
      paragraph(
        link(article.address, article.title),
        `: ${source}, published ${toWords(article.published)}.`,
        article.captureNote && ` ${article.captureNote}`,
      ),
      paragraph(link(article.url, 'Its quotes and reports in this record')),
      quotes.length > 0 &&
        element(
          'ul',
          {},
          ...article.wordings.map((wording) =>
            element('li', {}, link(wording.quote.url, wordingLine(wording)), ` (${kindLabels[wording.kind]})`),
          ),
        ),
    ).markup,
    authors: [toLine(source)],
    categories: [{ term: 'article', label: 'article' }, ...article.topics.map(toCategory)],
    links: toLinks('via', article.address, source),
  }
}

const correctionTitles = {
  corrected: 'Corrected',
  reworded: 'Reworded',
  reassigned: 'Given to another speaker',
  withdrawn: 'Withdrawn',
} as const

function fromCorrection(correction: Correction): Undated {
  const { kind, was, is, why, date, url } = correction
  const names = namesOf(correction)
  return {
    id: toPermanentId(url),
    url: urls.absolute(url),
    title: toLine(`${correctionTitles[kind]}: ${names.map(({ name }) => name).join('; ')}`),
    html: fragment(
      paragraph(`${correctionTitles[kind]} on ${toWords(date)}.`),
      paragraph(`It said: ${toLine(was)}`),
      paragraph(is === null ? 'It says nothing now: this was taken off the record.' : `It says: ${toLine(is)}`),
      paragraph(`Why: ${toLine(why)}`),
      element('ul', {}, ...names.map(({ name, url: page }) => element('li', {}, link(page, name)))),
    ).markup,
    // The site's own words.
    authors: [],
    categories: [{ term: `correction-${kind}`, label: 'correction' }],
    links: [],
  }
}

function wordingLine(wording: Wording): string {
  const { quote, kind, article } = wording
  const words = toLine(toSpeech(wording))
  return kind === 'direct'
    ? `${quote.speaker.name}: ${words}`
    : `${article.outlet.name} reports what ${quote.speaker.name} said: ${words}`
}

function toWordLinks({ article, url, sourceUrl }: Wording | Report): EntryLink[] {
  const source = describeOutlet(article)
  return [
    ...toLinks('via', sourceUrl, `These words at ${source}`),
    ...toLinks('related', url, `These words in our copy of ${source}`),
  ]
}

function toLinks(rel: EntryLink['rel'], address: string, title: string): EntryLink[] {
  const href = toAddress(address.startsWith('/') ? urls.absolute(address) : address)
  return href ? [{ rel, href, title: toLine(title) }] : []
}

function toOutlets(carriers: readonly { article: Article }[]): string[] {
  return [...new Set(carriers.map(({ article }) => toLine(describeOutlet(article))))]
}

function toCategory({ id, name }: { id: string; name: string }): FeedEntry['categories'][number] {
  return { term: `topic-${id}`, label: toLine(name) }
}

function toTopicLinks(topics: readonly { url: string; name: string }[]): Child[] {
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
