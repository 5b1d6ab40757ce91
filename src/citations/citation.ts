/** What a citation says: whose words, where they were printed, where they are on record. One for each wording. */
import { toAddress, toLine } from '../feeds/plain.ts'
import { urls } from '../urls.ts'
import type { ArticleView } from '../views/article.ts'
import type { EventView, ReportView } from '../views/event.ts'
import { type QuoteView, type SpokenView, toSpoken } from '../views/quote.ts'
import type { WordingView } from '../views/wording.ts'
import { toCredit, whoseWords } from '../words/articles.ts'
import { joinKnown, joinWords } from '../words/count.ts'
import { dayOf, toWords } from '../words/dates.ts'
import { dateWords, describeReport, toEventTitle } from '../words/events.ts'
import { kindWords, nameOriginal, toOriginal, toSpeech } from '../words/quotes.ts'
import { say } from '../words/say.ts'

/** Plain JSON: it stands on the page too, where the browser makes of it what is not printed there. */
export interface Citation {
  /** Unique in the record: small letters, digits, hyphens and colons. */
  key: string
  is: 'newspaper article' | 'web page'
  title: string
  /** The outlet whose page it is; this site for a page of ours. */
  work: string
  /** The wire that the article comes from; null when none is named, or it is the outlet. */
  agency: string | null
  /** Both in words: `Bloomberg, via NDTV Profit`. */
  credit: string
  /** Day of publication, `2025-08-21`; null for a page of ours. */
  published: string | null
  publishedWords: string | null
  language: string
  /** Address of the words at the source; our own for a page of ours. */
  address: string | null
  /** The copy of that page at an archive, and the day on which it was made; null when none is known. */
  archived: { address: string; date: string; dateWords: string } | null
  /** Address of the page on this site, and the site's name. */
  ours: string
  siteName: string
  /** Whose words are cited; null where it is a page or an article. */
  speaker: { name: string; url: string } | null
  /** When and to whom they were said: `said 1 March 2031; to reporters`. */
  occasion: string | null
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

/** One for each wording of a quote; each tells the words in the original, where they are on record. */
export function citeQuote(quote: QuoteView, site: CitingSite): Citation[] {
  return withKeys(
    quote.wordings.map((wording) => ({
      ...printedIn(wording, wording.links.article.name, quote.url, site),
      ...spokenBy(toSpoken(quote, wording), quote.original),
      key: `${quote.id.replace('/', ':')}:${wording.article}`,
      address: toAddress(wording.sourceUrl),
      label: toLine(say('comma', { before: toCredit(wording), after: kindWords(wording.kind) })),
    })),
  )
}

/** Reports of an event that are cited on its page. */
const mostReports = 30

/** The event's page, then one for each report of it. */
export function citeEvent(event: EventView, site: CitingSite): Citation[] {
  const page: Citation = {
    key: `event:${event.id}`,
    is: 'web page',
    title: toLine(toEventTitle(event)),
    work: toLine(site.name),
    agency: null,
    credit: toLine(site.name),
    published: null,
    publishedWords: null,
    language: site.language,
    address: toAddress(urls.absolute(event.url)),
    archived: null,
    ours: urls.absolute(event.url),
    siteName: toLine(site.name),
    ...unspoken,
    about: toLine(`${dateWords(event)} (${event.dateBasis})`),
    label: say('cite.thisPage'),
  }
  const reports = event.reports.slice(0, mostReports).map((report): Citation => {
    const { narrative, spoken, text } = report
    return {
      ...printedIn(report, report.links.article.name, event.url, site),
      ...(spoken
        ? spokenBy(spoken)
        : { ...unspoken, about: toLine(aboutReport(event, report)), words: toLine(narrative ?? text) }),
      key: `event:${event.id}:${report.article}`,
      address: toAddress(report.sourceUrl),
      label: toLine(describeReport(report)),
    }
  })
  return withKeys([page, ...reports])
}

/** The article itself. */
export function citeArticle(article: ArticleView, site: CitingSite): Citation[] {
  return [
    {
      ...printedIn(article, article.title, article.url, site),
      ...unspoken,
      key: `article:${article.id}`,
      address: toAddress(article.source),
      label: toLine(toCredit(article)),
    },
  ]
}

const unspoken = { speaker: null, occasion: null, about: null, words: null, direct: null }

/** What a citation of words says of them. */
function spokenBy(
  spoken: SpokenView,
  original: QuoteView['original'] = null,
): Pick<Citation, 'speaker' | 'occasion' | 'about' | 'words' | 'direct'> {
  const { context, links, said, wording } = spoken
  const where = wording.context ?? context
  return {
    speaker: { name: toLine(links.speaker.name), url: urls.absolute(links.speaker.url) },
    occasion: toLine(joinKnown([said && say('said.on', { date: toWords(said) }), where], 'clauses')) || null,
    about: toLine(
      [
        describeSpeaker(spoken),
        ...(original ? [`${nameOriginal(original)}: ${toOriginal(original)} (${toAddress(original.source)})`] : []),
      ].join('. '),
    ),
    words: toLine(toSpeech(wording)),
    direct: wording.kind === 'direct' ? toLine(wording.text) : null,
  }
}

/** What a citation says of the article that carries the words, and of the page of this site. */
function printedIn(
  carrier: ArticleView | WordingView | ReportView,
  title: string,
  url: string,
  site: CitingSite,
): Omit<Citation, 'key' | 'address' | 'label' | keyof typeof unspoken> {
  const { agency, language, links, published } = carrier
  return {
    is: 'newspaper article',
    title: toLine(title),
    work: toLine(links.outlet.name),
    agency: agency && agency !== links.outlet.name ? toLine(agency) : null,
    credit: toLine(toCredit(carrier)),
    published: dayOf(published),
    publishedWords: toWords(published),
    language,
    archived: toArchived(carrier),
    ours: urls.absolute(url),
    siteName: toLine(site.name),
  }
}

/** Without what makes a browser look for the words: a citation names the copy. */
function toArchived(carrier: ArticleView | WordingView | ReportView): Citation['archived'] {
  const [first] = 'archived' in carrier ? carrier.archived : (carrier.spoken?.wording.archived ?? [])
  const address = first && toAddress(first.address.replace(/#?:~:.*$/s, ''))
  return address ? { address, date: first.date, dateWords: toWords(first.date) } : null
}

/** Whose words, and when: `Mara Łodzińska, Mayor of Port Ellis, said 1 March 2031, to reporters`; else as a report of it. */
function describeSpeaker({ context, links, role, said, wording }: SpokenView): string {
  const { name } = links.speaker
  const where = wording.context ?? context
  if (wording.kind === 'direct') {
    const when = said ? say('said.on', { date: toWords(said) }) : say('cite.saidUnknown')
    return joinKnown([name, role, when, where])
  }
  const when = said ? toWords(said) : say('cite.whenUnknown')
  const facts = joinKnown([kindWords(wording.kind), when, where], 'clauses')
  const who = { credit: toCredit(wording), name, facts }
  return role ? say('cite.reportedInRole', { ...who, role }) : say('cite.reported', who)
}

function aboutReport(event: EventView, report: ReportView): string {
  const given = { title: toEventTitle(event), credit: toCredit(report), whose: whoseWords(report) }
  return report.links.copyOf
    ? joinWords([joinWords([given.title, given.credit], 'clauses'), given.whose])
    : say('cite.own', given)
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
