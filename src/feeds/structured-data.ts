/**
 * JSON-LD in the vocabulary of schema.org, typed by it. It says no more than the page: only direct words are a
 * `Quotation`, and only a single day is a `startDate`, since a span is the time in which an event lies.
 */
import type {
  ClaimLeaf,
  EventLeaf,
  IdReference,
  NewsArticleLeaf,
  OrganizationLeaf,
  PersonLeaf,
  QuotationLeaf,
  WebPageLeaf,
  WithContext,
} from 'schema-dts'
import { urls } from '../urls.ts'
import type { ArticleView } from '../views/article.ts'
import type { EventView, ReportView } from '../views/event.ts'
import { type QuoteView, type SpokenView, toSpoken } from '../views/quote.ts'
import type { ArchivedCopy, Link, SpeakerLink } from '../views/shapes.ts'
import type { SpeakerView } from '../views/speaker.ts'
import type { WordingView } from '../views/wording.ts'
import { capital } from '../words/count.ts'
import { dayOf } from '../words/dates.ts'
import { dateWords, toEventTitle } from '../words/events.ts'
import { toSpeech } from '../words/quotes.ts'
import { say } from '../words/say.ts'
import { toAddress, toLine } from './plain.ts'

export type StructuredData = WithContext<EventLeaf> | WithContext<WebPageLeaf> | Graph

/** A page and what stands on it; of all that a graph may hold (schema-dts) it would take seconds to check the types. */
interface Graph {
  '@context': 'https://schema.org'
  '@graph': (WebPageLeaf | QuotationLeaf | ClaimLeaf)[]
}

/** The site as a page names it. */
interface Site {
  name: string
}

/** A quote: its direct wordings as quotations, its reported ones as claims, each with the article that has it. */
export function describeQuote(quote: QuoteView, site: Site): StructuredData {
  const { links, original, url, wordings } = quote
  const idOf = (index: number): string => `${urls.absolute(url)}#wording-${index + 1}`
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...toPage(url, site),
        about: links.topics.map(toThing),
        mentions: [links.speaker, ...links.about].map(toSpeakerNode),
        hasPart: wordings.map((_, index) => ({ '@id': idOf(index) })),
      },
      ...wordings.map((wording, index) => {
        const spoken = toSpoken(quote, wording)
        if (wording.kind !== 'direct') return { '@id': idOf(index), ...toClaim(spoken) }
        const isTranslated = original && original.language !== wording.language
        return {
          '@id': idOf(index),
          ...toQuotation(spoken),
          ...(isTranslated ? { translationOfWork: toOriginalNode(quote, original) } : {}),
        }
      }),
    ],
  }
}

/** An event, and the articles that report it. */
export function describeEvent(event: EventView, site: Site): StructuredData {
  const { date, dateBasis, links, place, reports, standing, status, summary, url } = event
  const day = date && dayOf(date)
  const articles = [...new Map(reports.map((report) => [report.article, report])).values()].slice(0, mostArticles)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': urls.absolute(url),
    url: urls.absolute(url),
    name: toLine(toEventTitle(event)),
    description: toLine(say('data.about', { date: capital(dateWords(event)), basis: dateBasis, summary })),
    ...(day ? { startDate: day, endDate: day } : {}),
    ...(status === 'cancelled' ? { eventStatus: 'https://schema.org/EventCancelled' as const } : {}),
    ...(status === 'slipped' ? { eventStatus: 'https://schema.org/EventPostponed' as const } : {}),
    ...(status === 'expected' && standing === 'scheduled'
      ? { eventStatus: 'https://schema.org/EventScheduled' as const }
      : {}),
    ...(place ? { location: { '@type': 'Place', name: toLine(place) } } : {}),
    about: links.speakers.map(toSpeakerNode),
    subjectOf: [toPage(url, site), ...articles.map(toArticleNode)],
  }
}

/** Articles that are named with an event: it may be in thousands. */
const mostArticles = 60

/** A speaker; somebody without a name is no person that one could point at. */
export function describeSpeaker(speaker: SpeakerView, site: Site): StructuredData {
  const { aliases, kind, name, summary, url, wikidata } = speaker
  return {
    '@context': 'https://schema.org',
    ...toPage(url, site),
    mainEntity: {
      ...(kind === 'person' || kind === 'organisation' ? {} : { '@type': 'Thing' as const }),
      ...toSpeakerNode(speaker),
      name: toLine(name),
      alternateName: aliases.map(toLine),
      description: toLine(summary),
      ...(wikidata ? { sameAs: `https://www.wikidata.org/entity/${encodeURIComponent(wikidata)}` } : {}),
    },
  }
}

/** Our page about an article, and the article itself at its outlet's; `direct` are the words in it that are quoted. */
export function describeArticle(article: ArticleView, direct: readonly SpokenView[], site: Site): StructuredData {
  const { agency, archived, language, links, published, source, title, url } = article
  const address = toAddress(source)
  const carrier = {
    source,
    archived,
    published,
    language,
    agency,
    links: { article: { name: title }, outlet: links.outlet },
  }
  return {
    '@context': 'https://schema.org',
    ...toPage(url, site),
    ...(address ? { citation: address } : {}),
    mainEntity: {
      ...toArticleNode(carrier),
      about: links.topics.map(toThing),
      mentions: links.speakers.map(toSpeakerNode),
      hasPart: direct.map(toWords),
    },
  }
}

function toPage(url: string, site: Site): WebPageLeaf {
  return {
    '@type': 'WebPage',
    '@id': urls.absolute(url),
    url: urls.absolute(url),
    isPartOf: { '@type': 'WebSite', name: toLine(site.name), url: urls.absolute(urls.home()) },
  }
}

function toThing({ name }: Link) {
  return { '@type': 'Thing' as const, name: toLine(name) }
}

function toClaim({ links, url, wording }: SpokenView): ClaimLeaf {
  return {
    '@type': 'Claim',
    url: urls.absolute(url),
    text: toLine(
      say('cite.reports', { credit: wording.links.outlet.name, name: links.speaker.name, words: toSpeech(wording) }),
    ),
    inLanguage: wording.language,
    about: toReference(links.speaker),
    appearance: toArticleNode(wording),
  }
}

function toQuotation(spoken: SpokenView): QuotationLeaf {
  return { ...toWords(spoken), isPartOf: toArticleNode(spoken.wording) }
}

/** Direct words, within what tells who their speaker is and which article they are part of. */
function toWords({ links, said, url, wording }: SpokenView): QuotationLeaf {
  const day = said && dayOf(said)
  const address = toAddress(wording.sourceUrl)
  return {
    '@type': 'Quotation',
    url: urls.absolute(url),
    text: toLine(wording.text),
    inLanguage: wording.language,
    spokenByCharacter: toReference(links.speaker),
    ...(day ? { dateCreated: day } : {}),
    ...(address ? { citation: address } : {}),
  }
}

/** The words as they were spoken. */
function toOriginalNode(
  { links, url }: QuoteView,
  { language, source, words }: NonNullable<QuoteView['original']>,
): QuotationLeaf {
  const address = toAddress(source)
  return {
    '@type': 'Quotation',
    '@id': `${urls.absolute(url)}#original`,
    text: toLine(words),
    inLanguage: language,
    spokenByCharacter: toReference(links.speaker),
    ...(address ? { citation: address } : {}),
  }
}

/** What is told of an article. */
interface Carrier extends Pick<WordingView | ReportView, 'published' | 'language' | 'agency'> {
  source: string
  archived?: readonly ArchivedCopy[]
  links: { article: { name: string }; outlet: { name: string } }
}

function toArticleNode({ agency, archived = [], language, links, published, source }: Carrier): NewsArticleLeaf {
  const copies = archived.flatMap((copy) => toAddress(copy.address) ?? [])
  const address = toAddress(source)
  const day = dayOf(published)
  return {
    '@type': 'NewsArticle',
    headline: toLine(links.article.name),
    ...(address ? { url: address } : {}),
    ...(copies.length > 0 ? { archivedAt: copies } : {}),
    ...(day ? { datePublished: day } : {}),
    inLanguage: language,
    publisher: { '@type': 'Organization', name: toLine(links.outlet.name) },
    ...(agency ? { sourceOrganization: { '@type': 'Organization', name: toLine(agency) } } : {}),
  }
}

/** Somebody without a name, or a group, is neither a person nor an organisation: only their page is named. */
function toSpeakerNode(
  speaker: Pick<SpeakerLink, 'name' | 'kind' | 'url'>,
): PersonLeaf | OrganizationLeaf | IdReference {
  const { kind, name, url } = speaker
  const known = { ...toReference(speaker), name: toLine(name), url: urls.absolute(url) }
  if (kind === 'person') return { '@type': 'Person', ...known }
  if (kind === 'organisation') return { '@type': 'Organization', ...known }
  return toReference(speaker)
}

/** Who is told of once in the data is pointed at from then on. */
function toReference({ url }: Pick<SpeakerLink, 'url'>): IdReference {
  return { '@id': `${urls.absolute(url)}#who` }
}
