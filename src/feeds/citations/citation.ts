/** What a citation says: whose words, where they were printed, where they are on record. One for each wording. */
import { urls } from '../../urls.ts'
import type { ArticleView } from '../../views/article.ts'
import type { WithdrawnView } from '../../views/correction.ts'
import type { EventView, ReportView } from '../../views/event.ts'
import { type QuoteView, type SpokenView, toSpoken } from '../../views/quote.ts'
import type { WordingView } from '../../views/wording.ts'
import { toCredit, whoseWords } from '../../words/articles.ts'
import { dayOf, toWords } from '../../words/dates.ts'
import { dateWords, describeReport, toEventTitle } from '../../words/events.ts'
import { kindWords, toSpeech } from '../../words/quotes.ts'
import { toAddress, toLine } from '../plain.ts'

export interface Citation {
  /** Unique in the record: small letters, digits, hyphens and colons. */
  key: string
  is: 'newspaper article' | 'web page'
  title: string
  /** The outlet, with its agency; this site for a page of ours. */
  container: string
  /** Day of publication, `2025-08-21`; null for a page of ours. */
  published: string | null
  publishedWords: string | null
  language: string
  /** Address of the words at the source; our own for a page of ours. */
  address: string | null
  /** Address of the page on this site, and the site's name. */
  ours: string
  siteName: string
  /** Whose words they are and when they were said; of an event, what is known of its day. */
  about: string | null
  /** The words; only direct ones stand in quotation marks. */
  words: string | null
  /** Direct words without their marks, for formats that set marks themselves. */
  direct: string | null
  /** How a list tells it from the others. */
  label: string
}

/** The site as citations name it. */
export interface CitingSite {
  name: string
  language: string
}

/** One for each wording of a quote. */
export function citeQuote(quote: QuoteView, site: CitingSite): Citation[] {
  return withKeys(
    quote.wordings.map((wording) => ({
      ...fromCarrier(wording, site),
      key: `${quote.id.replace('/', ':')}:${wording.article}`,
      address: toAddress(wording.sourceUrl),
      ours: urls.absolute(quote.url),
      about: toLine(describeSpeaker(toSpoken(quote, wording))),
      words: toLine(toSpeech(wording)),
      direct: wording.kind === 'direct' ? toLine(wording.text) : null,
      label: toLine(`${toCredit(wording)}, ${kindWords[wording.kind]}`),
    })),
  )
}

/** The page in place of a quote that was withdrawn, which says when and why: whoever fetches its citation is told. */
export function citeWithdrawn({ id, name, date, why, url, links }: WithdrawnView, site: CitingSite): Citation[] {
  return [
    {
      ...ofPage(url, site),
      key: `withdrawn:${id.replace('/', ':')}`,
      title: toLine(`Withdrawn: ${name} (${links.speaker.name})`),
      about: toLine(`This quote was withdrawn on ${toWords(date)} and is no longer on record: ${why}`),
    },
  ]
}

/** The event's page, then one for each report of it. */
export function citeEvent(event: EventView, site: CitingSite): Citation[] {
  const page: Citation = {
    ...ofPage(event.url, site),
    key: `event:${event.id}`,
    title: toLine(toEventTitle(event)),
    about: toLine(`${dateWords(event)} (${event.dateBasis})`),
  }
  const reports = event.reports.map((report): Citation => {
    const { spoken } = report
    return {
      ...fromCarrier(report, site),
      key: `event:${event.id}:${report.article}`,
      address: toAddress(report.sourceUrl),
      ours: urls.absolute(event.url),
      about: toLine(spoken ? describeSpeaker(spoken) : aboutReport(event, report)),
      words: toLine(spoken ? toSpeech(spoken.wording) : (report.narrative ?? report.text)),
      direct: spoken?.wording.kind === 'direct' ? toLine(spoken.wording.text) : null,
      label: toLine(describeReport(report)),
    }
  })
  return withKeys([page, ...reports])
}

/** The article itself. */
export function citeArticle(article: ArticleView, site: CitingSite): Citation[] {
  const credit = toLine(toCredit(article))
  return [
    {
      key: `article:${article.id}`,
      ...printedOn(article.published),
      title: toLine(article.title),
      container: credit,
      language: article.language,
      address: toAddress(article.source),
      ours: urls.absolute(article.url),
      siteName: toLine(site.name),
      about: null,
      words: null,
      direct: null,
      label: credit,
    },
  ]
}

/** A page of ours. */
function ofPage(url: string, site: CitingSite): Omit<Citation, 'key' | 'title' | 'about'> {
  return {
    is: 'web page',
    container: toLine(site.name),
    published: null,
    publishedWords: null,
    language: site.language,
    address: toAddress(urls.absolute(url)),
    ours: urls.absolute(url),
    siteName: toLine(site.name),
    words: null,
    direct: null,
    label: 'this page',
  }
}

/** What a citation of words says of the article that carries them. */
function fromCarrier(
  carrier: WordingView | ReportView,
  site: CitingSite,
): Pick<Citation, 'is' | 'title' | 'container' | 'published' | 'publishedWords' | 'language' | 'siteName'> {
  return {
    ...printedOn(carrier.published),
    title: toLine(carrier.links.article.name),
    container: toLine(toCredit(carrier)),
    language: carrier.language,
    siteName: toLine(site.name),
  }
}

function printedOn(published: string): Pick<Citation, 'is' | 'published' | 'publishedWords'> {
  return { is: 'newspaper article', published: dayOf(published), publishedWords: toWords(published) }
}

/** Whose words, and when: `Mara Łodzińska, Mayor of Port Ellis, said 1 March 2031, to reporters`; else as a report of it. */
function describeSpeaker({ context, links, role, said, wording }: SpokenView): string {
  const { name } = links.speaker
  const where = wording.context ?? context
  const when = said ? toWords(said) : 'when is not given'
  return wording.kind === 'direct'
    ? [name, role, said ? `said ${when}` : 'when it was said is not given', where].filter(Boolean).join(', ')
    : `${toCredit(wording)} reports what ${name}${role ? `, ${role},` : ''} said (${[kindWords[wording.kind], when, where].filter(Boolean).join('; ')})`
}

function aboutReport(event: EventView, report: ReportView): string {
  return `${toEventTitle(event)}; ${toCredit(report)}${report.links.copyOf ? ',' : ''} ${whoseWords(report)}`
}

/** Both in one line: `Mara Łodzińska, said 1 March 2031: “We will not wait”`; null when there is neither. */
export function toNote({ about, words }: Citation): string | null {
  return [about, words].filter(Boolean).join(': ') || null
}

/** A second wording in one article gets a number. */
function withKeys(citations: Citation[]): Citation[] {
  const seen = new Map<string, number>()
  return citations.map((citation) => {
    const n = (seen.get(citation.key) ?? 0) + 1
    seen.set(citation.key, n)
    return n === 1 ? citation : { ...citation, key: `${citation.key}:${n}` }
  })
}
