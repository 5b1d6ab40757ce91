/** What a citation says: whose words, where they were printed, where they are on record. One for each wording. */
import { describeOutlet, kindWords, whoseWords } from '../../record/sources.ts'
import { toReportLine, toSpeech } from '../../record/speech.ts'
import type { Article, NewsEvent, Quote, Report, WithdrawnQuote, Wording } from '../../record/types.ts'
import { toIsoDay, toWords } from '../../record/when.ts'
import { urls } from '../../urls.ts'
import { toEventTitle } from '../entries.ts'
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

/** One for each wording of a quote. */
export function citeQuote(quote: Quote, site: { name: string }): Citation[] {
  return withKeys(
    quote.wordings.map((wording) => ({
      ...fromArticle(wording.article, site),
      key: `${quote.speaker.id}:${quote.fragment}:${wording.article.id}`,
      address: toAddress(wording.sourceUrl),
      ours: urls.absolute(quote.url),
      about: toLine(describeSpeaker(wording)),
      words: toLine(toSpeech(wording)),
      direct: wording.kind === 'direct' ? toLine(wording.text) : null,
      label: toLine(`${describeOutlet(wording.article)}, ${kindWords[wording.kind]}`),
    })),
  )
}

/** The page in place of a quote that was withdrawn, which says when and why: whoever fetches its citation is told. */
export function citeWithdrawn(
  { id, fragment, speaker, date, why, url }: WithdrawnQuote,
  site: { name: string; language: string },
): Citation[] {
  return [
    {
      ...ofPage(url, site),
      key: `withdrawn:${id.replace('/', ':')}`,
      title: toLine(`Withdrawn: ${fragment.replaceAll('-', ' ')} (${speaker.name})`),
      about: toLine(`This quote was withdrawn on ${toWords(date)} and is no longer on record: ${why}`),
    },
  ]
}

/** The event's page, then one for each report of it. */
export function citeEvent(event: NewsEvent, site: { name: string; language: string }): Citation[] {
  const date = event.date ? toWords(event.date) : 'no date given'
  const page: Citation = {
    ...ofPage(event.url, site),
    key: `event:${event.id}`,
    title: toLine(toEventTitle(event)),
    about: toLine(`${date} (${event.dateBasis})`),
  }
  const reports = event.reports.map((report): Citation => {
    const { article, wording } = report
    return {
      ...fromArticle(article, site),
      key: `event:${event.id}:${article.id}`,
      address: toAddress(report.sourceUrl),
      ours: urls.absolute(event.url),
      about: toLine(wording ? describeSpeaker(wording) : describeReport(report)),
      words: toLine(wording ? toSpeech(wording) : toReportLine(report)),
      direct: wording?.kind === 'direct' ? toLine(wording.text) : null,
      label: toLine(
        wording
          ? `${describeOutlet(article)}, ${kindWords[wording.kind]} of ${wording.quote.speaker.name}`
          : `${describeOutlet(article)}, ${whoseWords(article)}`,
      ),
    }
  })
  return withKeys([page, ...reports])
}

/** The article itself. */
export function citeArticle(article: Article, site: { name: string }): Citation[] {
  return [{ ...fromArticle(article, site), key: `article:${article.id}` }]
}

/** A page of ours. */
function ofPage(url: string, site: { name: string; language: string }): Omit<Citation, 'key' | 'title' | 'about'> {
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

function fromArticle(article: Article, site: { name: string }): Citation {
  return {
    key: article.id,
    is: 'newspaper article',
    title: toLine(article.title),
    container: toLine(describeOutlet(article)),
    published: toIsoDay(article.published),
    publishedWords: toWords(article.published),
    language: article.language,
    address: toAddress(article.address),
    ours: urls.absolute(article.url),
    siteName: toLine(site.name),
    about: null,
    words: null,
    direct: null,
    label: toLine(describeOutlet(article)),
  }
}

/** Whose words, and when: `Mara Łodzińska, Mayor of Port Ellis, said 1 March 2031, to reporters`; else as a report of it. */
function describeSpeaker({ quote, article, kind, context }: Wording): string {
  const { speaker, role, said } = quote
  const where = context ?? quote.context
  const when = said ? toWords(said) : 'when is not given'
  return kind === 'direct'
    ? [speaker.name, role, said ? `said ${when}` : 'when it was said is not given', where].filter(Boolean).join(', ')
    : `${describeOutlet(article)} reports what ${speaker.name}${role ? `, ${role},` : ''} said (${[kindWords[kind], when, where].filter(Boolean).join('; ')})`
}

function describeReport({ event, article }: Report): string {
  return `${toEventTitle(event)}; ${describeOutlet(article)}${article.copyOf ? ',' : ''} ${whoseWords(article)}`
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
