/**
 * The events of the record for the filters of the timeline, in two files that are fetched when they are first used: what
 * is filtered and stands at the head of an entry, and the longer texts of each. They are of this software's own making and
 * no contract: `/data/events.json` is. Names are short because there are thousands of rows, and what is not there is left
 * out.
 */
import { dueDays } from '../record/ahead.ts'
import { chooserNames, choosers, toChoices } from '../record/choices.ts'
import { toneOf } from '../record/describe.ts'
import { markOf, toEventEntry } from '../record/event-entry.ts'
import { describeCopy, kindWords, toNarrative } from '../record/sources.ts'
import { sortPast, toTimeline } from '../record/timeline.ts'
import type { Article, NewsEvent, NewsRecord, Report, Speaker, When, Wording } from '../record/types.ts'
import { toIsoDay, toWords } from '../record/when.ts'
import { toTextFragment } from '../urls.ts'

export interface EntriesFile {
  groups: GroupRow[]
  /** Headings of periods: name and id. */
  periods: [name: string, id: string][]
  /** Address, outlet, language, address at the source, and whose text it is when it is a copy. */
  articles: [url: string, outlet: string, language: string, source: string, copy?: string][]
  speakers: [name: string, url: string][]
  /** Newest first, after those that are expected; a heading gathers those under it. */
  events: EventRow[]
  /** Numbers of the events, oldest first. */
  oldest: number[]
}

/** A group of choices; values are numbered through all groups. */
export interface GroupRow {
  by: string
  name: string
  values: [id: string, name: string][]
}

export interface EventRow {
  id: string
  url: string
  title: string
  label: string
  tone: string
  mark: string
  when?: WhenRow
  basis: string
  /** Address of the source of the date. */
  source?: string
  /** Numbers of its values. */
  in: number[]
  /** Heading, newest first; none for what is expected. */
  at?: number
  /** Heading, oldest first, where it is another. */
  from?: number
  /** Who announced it, in which quote, and when. */
  by?: [speaker: number, quote: string, said: WhenRow | 0]
  nobodys?: 1
  /** First and last day on which it is due, in a story that is being followed. */
  due?: [from: string | null, to: string]
}

/** What stands below the head of an entry. */
export interface TextRow {
  /** Those of the announcement. */
  words?: WordsRow
  reports?: ReportRow[][]
  /** How many more reports there are. */
  rest?: number
  figures?: { what: string; differ?: 1; given: [words: string, article: number, speaker?: number][] }[]
  quotes?: [words: WordsRow, speaker: number, quote: string, kind: string][]
  more?: number
}

/** The words of a date, and the day when it is one. */
export type WhenRow = [words: string, day?: string]

/** Kind, article, and the parts: direct words, or pieces of which those in a list are quoted. */
export type WordsRow = [kind: string, article: number, parts: (string | (string | [string])[])[]]

export interface ReportRow {
  a: number
  /** Fragment of the words in our copy. */
  at: string
  /** An outlet's own words. */
  t?: string
  /** The text directive at the source, where it is not that of the words. */
  v?: string
  /** Somebody's words: speaker, quote, kind, words. */
  w?: [speaker: number, quote: string, kind: string, words: WordsRow]
}

/** The files, for a record; texts have the numbers of their events. */
export function toTimelineFiles(record: NewsRecord): { entries: EntriesFile; texts: TextRow[] } {
  const choices = toChoices(record)
  const inside = new Map<NewsEvent, number[]>(record.events.map((event) => [event, []]))
  let number = 0
  const groups = choosers.map((by): GroupRow => {
    const values = choices[by].map(({ id, name, events }): [string, string] => {
      for (const event of events) inside.get(event)?.push(number)
      number += 1
      return [id, name]
    })
    return { by, name: chooserNames[by], values }
  })
  const tables = { articles: new Table<Article>(), speakers: new Table<Speaker>() }
  const periods = new Map<string, { name: string; number: number }>()
  const [newest, oldest] = [toTimeline(record), toTimeline(record, 'oldest')]
  const headings = [newest, oldest].map((timeline) => {
    const of = new Map<NewsEvent, number>()
    for (const { id, name, events } of timeline.periods) {
      const period = periods.get(id) ?? { name, number: periods.size }
      periods.set(id, period)
      for (const event of events) of.set(event, period.number)
    }
    return of
  })
  const sorted = [...newest.ahead, ...sortPast(record.events, 'newest')]
  const places = new Map(sorted.map((event, place) => [event, place]))
  const events = sorted.map((event): EventRow => {
    const [at, from] = headings.map((of) => of.get(event))
    return {
      ...toRow(event, tables),
      ...(record.story.following && toDue(event)),
      in: inside.get(event) ?? [],
      ...(at !== undefined && { at }),
      ...(from !== undefined && from !== at && { from }),
    }
  })
  const texts = sorted.map((event) => toTextRow(event, tables))
  const entries: EntriesFile = {
    groups,
    periods: [...periods].map(([id, { name }]) => [name, id]),
    articles: tables.articles.items.map((article) => {
      const { url, outlet, language, address } = article
      const copy = describeCopy(article)
      return copy ? [url, outlet.name, language, address, copy] : [url, outlet.name, language, address]
    }),
    speakers: tables.speakers.items.map(({ name, url }) => [name, url]),
    events,
    oldest: [...sortPast(record.events, 'oldest'), ...oldest.ahead].map((event) => places.get(event) ?? 0),
  }
  return { entries, texts }
}

interface Tables {
  articles: Table<Article>
  speakers: Table<Speaker>
}

/** Things by number, in the order in which they are first asked for. */
class Table<Item> {
  items: Item[] = []
  #numbers = new Map<Item, number>()

  numberOf(item: Item): number {
    const known = this.#numbers.get(item) ?? this.items.push(item) - 1
    this.#numbers.set(item, known)
    return known
  }
}

function toRow(event: NewsEvent, { speakers }: Tables): Omit<EventRow, 'in'> {
  const { announcedBy, date, dateBasis, dateSource, id, title, url } = event
  const { isNobodys, label } = toEventEntry(event)
  return {
    id,
    url,
    title,
    label,
    tone: toneOf(event),
    mark: markOf(event),
    ...(date && { when: toWhenRow(date) }),
    basis: dateBasis,
    ...(dateSource && { source: dateSource }),
    ...(announcedBy && {
      by: [
        speakers.numberOf(announcedBy.speaker),
        announcedBy.url,
        announcedBy.said ? toWhenRow(announcedBy.said) : 0,
      ] as const satisfies EventRow['by'],
    }),
    ...(isNobodys && { nobodys: 1 }),
  }
}

function toDue(event: NewsEvent): Pick<EventRow, 'due'> {
  const days = event.status === 'expected' && dueDays(event)
  return days ? { due: [days.from, days.to] } : {}
}

function toTextRow(event: NewsEvent, tables: Tables): TextRow {
  const { announcement, figures, more, moreReports, quotes, reports } = toEventEntry(event)
  const { articles, speakers } = tables
  return {
    ...(announcement && { words: toWordsRow(announcement, tables) }),
    ...(reports.length > 0 && { reports: reports.map((own) => own.map((report) => toReportRow(report, tables))) }),
    ...(moreReports > 0 && { rest: moreReports }),
    ...(figures.length > 0 && {
      figures: figures.map(({ what, scope, differ, figures: given }) => ({
        what: scope ? `${what}, ${scope}` : what,
        ...(differ && { differ: 1 as const }),
        given: given.map(({ words, article, saidBy }): [string, number, number?] =>
          saidBy ? [words, articles.numberOf(article), speakers.numberOf(saidBy)] : [words, articles.numberOf(article)],
        ),
      })),
    }),
    ...(quotes.length > 0 && {
      quotes: quotes.flatMap(({ kind, speaker, url: address, wordings: [wording] }) =>
        wording
          ? [[toWordsRow(wording, tables), speakers.numberOf(speaker), address, kindWords[kind]] satisfies QuoteRow]
          : [],
      ),
    }),
    ...(more > 0 && { more }),
  }
}

type QuoteRow = NonNullable<TextRow['quotes']>[number]

function toReportRow({ article, parts, sourceUrl, url, wording }: Report, tables: Tables): ReportRow {
  const toDirective = (words: string) =>
    toTextFragment(article.address, words) === sourceUrl ? {} : { v: sourceUrl.slice(sourceUrl.indexOf(':~:')) }
  const row = { a: tables.articles.numberOf(article), at: url.slice(url.indexOf('#') + 1) }
  if (wording) {
    const { kind, quote } = wording
    const { speaker, url: address } = quote
    const [first] = parts
    const pieced = first?.pieces.map((piece) => piece.text).join('')
    return {
      ...row,
      ...toDirective((kind === 'direct' ? first?.text : pieced) ?? ''),
      w: [tables.speakers.numberOf(speaker), address, kindWords[kind], toWordsRow(wording, tables)],
    }
  }
  const text = parts.map((part) => toNarrative(part, article)).join(' … ')
  return { ...row, t: text, ...toDirective(text) }
}

function toWordsRow({ kind, article, parts }: Wording, { articles }: Tables): WordsRow {
  return [
    kind,
    articles.numberOf(article),
    parts.map(({ text, pieces }) =>
      kind === 'direct' ? text : pieces.map((piece) => (piece.quoted ? [piece.text] : piece.text)),
    ),
  ]
}

function toWhenRow(when: When): WhenRow {
  const [words, day] = [toWords(when, 'short'), toIsoDay(when)]
  return day ? [words, day] : [words]
}
