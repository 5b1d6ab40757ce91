/** The data files under `/data/`: the record as JSON, each held against its published schema before it is written. */
import type { NewsRecord, Report } from '../record/types.ts'
import {
  type ArticlesFile,
  articlesFile,
  type EventsFile,
  eventsFile,
  type QuotesFile,
  quotesFile,
  type SpeakersFile,
  speakersFile,
  type TopicsFile,
  topicsFile,
} from '../schema/published/index.ts'
import { urls } from '../urls.ts'

/** `/data/quotes.json`; throws a ZodError when the record does not fit the contract. */
export function toQuotesFile(record: NewsRecord): QuotesFile {
  return quotesFile.parse({
    ...toHead(record),
    quotes: record.quotes.map((quote) => ({
      id: quote.id,
      url: urls.absolute(quote.url),
      speaker: quote.speaker.id,
      kind: quote.kind,
      said: quote.said?.edtf ?? null,
      context: quote.context,
      topics: toIds(quote.topics),
      wordings: quote.wordings.map((wording) => ({
        article: wording.article.id,
        outlet: wording.article.outlet.id,
        published: wording.article.published.edtf,
        url: urls.absolute(wording.url),
        kind: wording.kind,
        text: wording.text,
        parts: wording.parts.map((part) => part.text),
        sentence: wording.sentence,
        saidBasis: wording.saidBasis,
      })),
    })),
  })
}

/** `/data/events.json`; throws a ZodError when the record does not fit the contract. */
export function toEventsFile(record: NewsRecord): EventsFile {
  return eventsFile.parse({
    ...toHead(record),
    events: record.events.map((event) => ({
      id: event.id,
      url: urls.absolute(event.url),
      title: event.title,
      kind: event.kind,
      status: event.status,
      date: event.date?.edtf ?? null,
      dateBasis: event.dateBasis,
      place: event.place,
      speakers: toIds(event.speakers),
      topics: toIds(event.topics),
      announcedBy: event.announcedBy?.id ?? null,
      quotes: toIds(event.quotes),
      reports: event.reports.map(toReport),
    })),
  })
}

/** `/data/articles.json`; throws a ZodError when the record does not fit the contract. */
export function toArticlesFile(record: NewsRecord): ArticlesFile {
  const eventsOf = Map.groupBy(
    record.events.flatMap((event) => event.reports),
    ({ article }) => article.id,
  )
  return articlesFile.parse({
    ...toHead(record),
    articles: record.articles.map((article) => ({
      id: article.id,
      url: urls.absolute(article.url),
      title: article.title,
      outlet: article.outlet.id,
      agency: article.agency,
      ...(article.copyOf && { copyOf: article.copyOf.id }),
      published: article.published.edtf,
      publishedBasis: article.publishedBasis,
      source: article.address,
      language: article.language,
      rights: article.rights,
      captureNote: article.captureNote,
      added: article.added,
      topics: toIds(article.topics),
      quotes: toIds(new Set(article.wordings.map(({ quote }) => quote))),
      events: toIds(new Set((eventsOf.get(article.id) ?? []).map(({ event }) => event))),
    })),
    outlets: record.outlets.map((outlet) => ({
      id: outlet.id,
      name: outlet.name,
      kind: outlet.kind,
      homepage: outlet.url,
      country: outlet.country,
      aliases: outlet.aliases,
    })),
  })
}

/** `/data/speakers.json`; throws a ZodError when the record does not fit the contract. */
export function toSpeakersFile(record: NewsRecord): SpeakersFile {
  return speakersFile.parse({
    ...toHead(record),
    speakers: record.speakers.map((speaker) => ({
      id: speaker.id,
      url: urls.absolute(speaker.url),
      name: speaker.name,
      kind: speaker.kind,
      aliases: speaker.aliases,
      roles: speaker.roles.map(({ title, from, to }) => ({ title, from: from?.edtf ?? null, to: to?.edtf ?? null })),
      country: speaker.country,
      wikidata: speaker.wikidata,
      summary: speaker.summary,
      quotes: toIds(speaker.quotes),
      events: toIds(speaker.events),
    })),
  })
}

/** `/data/topics.json`; throws a ZodError when the record does not fit the contract. */
export function toTopicsFile(record: NewsRecord): TopicsFile {
  return topicsFile.parse({
    ...toHead(record),
    topics: record.topics.map((topic) => ({
      id: topic.id,
      url: urls.absolute(topic.url),
      name: topic.name,
      aliases: topic.aliases,
      summary: topic.summary,
      quotes: toIds(topic.quotes),
      events: toIds(topic.events),
      articles: toIds(topic.articles),
    })),
  })
}

/** A data file as it is sent: readable, with a line end at its end. */
export function toJsonResponse(file: object): Response {
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}

function toHead({ story, extent }: NewsRecord) {
  return {
    version: 1,
    licence: {
      record: 'CC0-1.0',
      recordUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
      words:
        'The record itself (who, when, where, what about, which article) is dedicated to the public domain. The titles and words taken from articles belong to their authors and publishers; they are not ours to license.',
    },
    story: { name: story.name, subject: story.subject, language: story.language, url: urls.absolute(urls.home()) },
    extent: extent && { first: extent.first.edtf, last: extent.last.edtf },
  }
}

const toReport = (report: Report) => ({
  article: report.article.id,
  text: report.text,
  quote: report.wording?.quote.id ?? null,
})

const toIds = (things: Iterable<{ id: string }>): string[] => Array.from(things, ({ id }) => id)
