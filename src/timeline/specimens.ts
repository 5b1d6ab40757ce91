/**
 * Two events with everything that an entry of the timeline can show. Pages carry their entries in a `<template>`, from
 * which the filters make those of the record: the words below are replaced and never seen.
 */
import type { Article, NewsEvent, Part, Quote, Report, Speaker, When, Wording } from '../record/types.ts'

const when: When = { edtf: '2000-01-01', earliest: 946_684_800_000, latest: 946_771_199_999 }
const url = '#'
const of = { summaryNodes: [], summary: '', corrections: [] }
const outlet = {
  ...of,
  id: '',
  name: '-',
  kind: 'newspaper',
  url: null,
  country: null,
  aliases: [],
  articles: [],
} as const
const speaker: Speaker = {
  ...of,
  id: '',
  name: '-',
  kind: 'person',
  aliases: [],
  spellings: [],
  roles: [],
  country: null,
  wikidata: null,
  quotes: [],
  events: [],
  spokenOf: [],
  mentions: [],
  url,
}
const article = { id: '', outlet, language: 'en', terms: [], url } as unknown as Article

function toQuote(kind: Wording['kind'], id: number): Quote {
  const part = { kind, text: '-', pieces: [{ text: '-', quoted: true }], verbatim: '-' } as unknown as Part
  const quote = {
    id: `${id}`,
    speaker,
    kind,
    said: when,
    reported: when,
    url,
    wordings: [] as Wording[],
  } as unknown as Quote
  quote.wordings.push({ quote, article, kind, parts: [part], url, sourceUrl: url } as unknown as Wording)
  return quote
}

function toReport(quote: Quote | null): Report {
  const parts = [{ verbatim: '-' }] as Part[]
  return { article, parts, wording: quote?.wordings[0] ?? null, url, sourceUrl: url } as Report
}

const whole = {
  ...of,
  id: 'specimen',
  title: '-',
  kind: 'other',
  status: 'expected',
  standing: null,
  date: when,
  dateBasis: '-',
  dateSource: url,
  place: null,
  speakers: [],
  topics: [],
  announcedBy: toQuote('mixed', 0),
  outcome: null,
  slippedTo: null,
  quotes: [1, 2, 3, 4].map((id) => toQuote('direct', id)),
  reports: [toReport(null), toReport(toQuote('direct', 5))],
  figures: [{ what: '-', value: 0, words: '-', scope: null, saidBy: speaker, article }],
  url,
} as unknown as NewsEvent

/** One that somebody announced, and one that nobody did. */
export const specimens: readonly NewsEvent[] = [
  whole,
  { ...whole, id: 'specimen-of-nobody', announcedBy: null, quotes: [], reports: [], figures: [], dateSource: null },
]
