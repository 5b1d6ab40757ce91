/**
 * JSON-LD in the vocabulary of schema.org, typed by it. It says no more than the page: only direct words are a
 * `Quotation`, and only a single day is a `startDate`, since a span is the time in which an event lies.
 */
import type {
  ClaimLeaf,
  EventLeaf,
  Graph,
  IdReference,
  NewsArticleLeaf,
  OrganizationLeaf,
  PersonLeaf,
  QuotationLeaf,
  WebPageLeaf,
  WithContext,
} from 'schema-dts'
import { toSpeech } from '../record/speech.ts'
import type { Article, NewsEvent, Quote, Speaker, Story, Wording } from '../record/types.ts'
import { toIsoDay, toWords } from '../record/when.ts'
import { urls } from '../urls.ts'
import { toEventTitle } from './entries.ts'
import { toAddress, toLine } from './plain.ts'

export type StructuredData = WithContext<EventLeaf> | WithContext<WebPageLeaf> | Graph

/** A quote: its direct wordings as quotations, its reported ones as claims, each with the article that has it. */
export function describeQuote(quote: Quote, story: Story): StructuredData {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...toPage(quote.url, story),
        about: quote.topics.map(({ name }) => ({ '@type': 'Thing' as const, name: toLine(name) })),
        mentions: [quote.speaker, ...quote.about].map(toSpeakerNode),
        hasPart: quote.wordings.map((_, index) => ({ '@id': `${urls.absolute(quote.url)}#wording-${index + 1}` })),
      },
      ...quote.wordings.map((wording, index) => ({
        '@id': `${urls.absolute(quote.url)}#wording-${index + 1}`,
        ...toWordingNode(wording),
      })),
    ],
  }
}

/** An event, and the articles that report it. */
export function describeEvent(event: NewsEvent, story: Story): StructuredData {
  const { date, status, standing, place, speakers, reports } = event
  const day = date && toIsoDay(date)
  const articles = [...new Set(reports.map(({ article }) => article))].slice(0, mostArticles)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': urls.absolute(event.url),
    url: urls.absolute(event.url),
    name: toLine(toEventTitle(event)),
    description: toLine(`${date ? toWords(date) : 'No date given'}: ${event.dateBasis}. ${event.summary}`),
    ...(day ? { startDate: day, endDate: day } : {}),
    ...(status === 'cancelled' ? { eventStatus: 'https://schema.org/EventCancelled' as const } : {}),
    ...(status === 'slipped' ? { eventStatus: 'https://schema.org/EventPostponed' as const } : {}),
    ...(status === 'expected' && standing === 'scheduled'
      ? { eventStatus: 'https://schema.org/EventScheduled' as const }
      : {}),
    ...(place ? { location: { '@type': 'Place', name: toLine(place) } } : {}),
    about: speakers.map(toSpeakerNode),
    subjectOf: [toPage(event.url, story), ...articles.map(toArticleNode)],
  }
}

/** Articles that are named with an event: it may be in thousands. */
const mostArticles = 60

/** A speaker; somebody without a name is no person that one could point at. */
export function describeSpeaker(speaker: Speaker, story: Story): StructuredData {
  return {
    '@context': 'https://schema.org',
    ...toPage(speaker.url, story),
    mainEntity: {
      ...(speaker.kind === 'person' || speaker.kind === 'organisation' ? {} : { '@type': 'Thing' as const }),
      ...toSpeakerNode(speaker),
      name: toLine(speaker.name),
      alternateName: speaker.aliases.map(toLine),
      description: toLine(speaker.summary),
      ...(speaker.wikidata
        ? { sameAs: `https://www.wikidata.org/entity/${encodeURIComponent(speaker.wikidata)}` }
        : {}),
    },
  }
}

/** Our page about an article, and the article itself at its outlet's. */
export function describeArticle(article: Article, story: Story): StructuredData {
  const speakers = [...new Set(article.wordings.map(({ quote }) => quote.speaker))]
  return {
    '@context': 'https://schema.org',
    ...toPage(article.url, story),
    ...(toAddress(article.address) ? { citation: toAddress(article.address) as string } : {}),
    mainEntity: {
      ...toArticleNode(article),
      about: article.topics.map(({ name }) => ({ '@type': 'Thing' as const, name: toLine(name) })),
      mentions: speakers.map(toSpeakerNode),
      hasPart: article.wordings.filter(({ kind }) => kind === 'direct').map(toQuotationNode),
    },
  }
}

/**
 * The data as the text of a `<script>`: characters that could end it, or that JavaScript once took for a line end, are
 * written as JSON escapes.
 */
export function toScript(data: StructuredData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function toPage(url: string, story: Story): WebPageLeaf {
  return {
    '@type': 'WebPage',
    '@id': urls.absolute(url),
    url: urls.absolute(url),
    isPartOf: { '@type': 'WebSite', name: toLine(story.name), url: urls.absolute(urls.home()) },
  }
}

function toWordingNode(wording: Wording): QuotationLeaf | ClaimLeaf {
  if (wording.kind === 'direct') return toQuotationNode(wording)
  const { quote, article } = wording
  return {
    '@type': 'Claim',
    url: urls.absolute(quote.url),
    text: toLine(`${article.outlet.name} reports what ${quote.speaker.name} said: ${toSpeech(wording)}`),
    inLanguage: article.language,
    about: toSpeakerNode(quote.speaker),
    appearance: toArticleNode(article),
  }
}

function toQuotationNode(wording: Wording): QuotationLeaf {
  const { quote, article, text } = wording
  const said = quote.said && toIsoDay(quote.said)
  return {
    '@type': 'Quotation',
    url: urls.absolute(quote.url),
    text: toLine(text),
    inLanguage: article.language,
    spokenByCharacter: toSpeakerNode(quote.speaker),
    ...(said ? { dateCreated: said } : {}),
    isPartOf: toArticleNode(article),
    ...(toAddress(wording.sourceUrl) ? { citation: toAddress(wording.sourceUrl) as string } : {}),
  }
}

function toArticleNode(article: Article): NewsArticleLeaf {
  const address = toAddress(article.address)
  const published = toIsoDay(article.published)
  return {
    '@type': 'NewsArticle',
    headline: toLine(article.title),
    ...(address ? { url: address } : {}),
    ...(published ? { datePublished: published } : {}),
    inLanguage: article.language,
    publisher: { '@type': 'Organization', name: toLine(article.outlet.name) },
    ...(article.agency ? { sourceOrganization: { '@type': 'Organization', name: toLine(article.agency) } } : {}),
  }
}

/** Somebody without a name, or a group, is neither a person nor an organisation: only their page is named. */
function toSpeakerNode({ name, kind, url }: Speaker): PersonLeaf | OrganizationLeaf | IdReference {
  const known = { '@id': `${urls.absolute(url)}#who`, name: toLine(name), url: urls.absolute(url) }
  if (kind === 'person') return { '@type': 'Person', ...known }
  if (kind === 'organisation') return { '@type': 'Organization', ...known }
  return { '@id': known['@id'] }
}
