/** The list of all quotes by the day they were said, newest first; those without a day apart, by the day they were reported. */

import { getOrMake } from '../lists.ts'
import type { NewsRecord, Quote, Speaker } from '../record/types.ts'
import { urls } from '../urls.ts'
import type { ChoiceView, Chooser } from './choices.ts'
import { toLink } from './links.ts'
import { compareNewest } from './newest.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import type { Link } from './shapes.ts'
import { countSpeaking } from './speaker.ts'
import { urlOnTopic } from './standings.ts'

export interface QuoteDayView {
  date: string
  /** Whether it is the day they were said; otherwise it is the day they were reported. */
  isSaid: boolean
  /** By speaker and office, in the order in which these first appear. */
  groups: { speaker: Link; role: string | null; quotes: QuoteLine[] }[]
}

/** One page of all quotes. */
export interface QuoteListView {
  page: PageOf
  /**
   * How many quotes there are on all pages, how many of them direct, by how many speakers, and how many of these no outlet names.
   * On the first page alone: the others stay as they are when there is one more.
   */
  whole: { total: number; quoted: number; speakers: number; unnamed: number } | null
  days: QuoteDayView[]
  /** On the first page. */
  narrow: NarrowView[]
}

/** Ways of one sort to fewer quotes: pages where there are any, else a search; and where the rest of them are. */
export interface NarrowView {
  by: Chooser
  choices: ChoiceView[]
  more: { total: number; url: string } | null
}

/** So many ways of a sort. */
const mostChoices = 8

export function toQuoteListViews(record: NewsRecord): QuoteListView[] {
  const { quotes, speakers } = record
  const quoted = quotes.filter(({ kind }) => kind === 'direct').length
  const whole = { total: quotes.length, quoted, ...countSpeaking(speakers) }
  return toPages(quotes.toSorted(compareNewest), pageSize.quotes).map(({ items, number, last }) => ({
    page: { list: urls.quotes(), number, last },
    whole: number === 1 ? whole : null,
    days: toQuoteDays(items),
    narrow: number === 1 ? toNarrow(quotes, null) : [],
  }))
}

/** The ways to fewer of all quotes, or of those of one speaker; none of a sort where there is no choice. */
export function toNarrow(quotes: readonly Quote[], speaker: Speaker | null): NarrowView[] {
  const search = (...more: string[]) =>
    urls.search(['kind:quote', ...(speaker ? [`speaker:${speaker.id}`] : []), ...more].join(' '))
  const plain = (id: string) => ({ id, name: id })
  const toWay = <One extends { id: string; name: string }>(
    by: Chooser,
    listOf: (quote: Quote) => One[],
    toUrl: (one: One) => string,
    all = search(),
  ): NarrowView[] => {
    const totals = new Map<string, { one: One; total: number }>()
    for (const one of quotes.flatMap((quote) => [...new Map(listOf(quote).map((one) => [one.id, one])).values()]))
      getOrMake(totals, one.id, () => ({ one, total: 0 })).total += 1
    const choices = [...totals.values()].toSorted((a, b) => b.total - a.total)
    const left = choices.splice(mostChoices).length
    return choices.length > 1
      ? [
          {
            by,
            choices: choices.map(({ one, total }) => ({ by, id: one.id, name: one.name, url: toUrl(one), total })),
            more: left > 0 ? { total: left, url: all } : null,
          },
        ]
      : []
  }
  const toYears = ({ said, reported }: Quote) => (said ?? reported).edtf.match(/^\d{4}/)?.map(plain) ?? []
  return [
    ...toWay(
      'speaker',
      (quote) => [quote.speaker],
      ({ url }) => url,
      urls.speakers(),
    ),
    ...(speaker
      ? toWay(
          'topic',
          ({ topics }) => topics,
          (topic) => urlOnTopic(topic, speaker),
        )
      : toWay(
          'topic',
          ({ topics }) => topics,
          ({ url }) => url,
          urls.topics(),
        )),
    ...toWay(
      'outlet',
      ({ wordings }) => wordings.map(({ article }) => article.outlet),
      ({ id }) => search(`outlet:${id}`),
    ),
    ...toWay(
      'kind',
      ({ kind }) => [plain(kind)],
      ({ id }) => search(`kind:${id}`),
    ),
    ...toWay('period', toYears, ({ id }) => search(`from:${id} to:${id}`)),
  ]
}

/** Groups quotes, newest first; within a day the more literal and more widely carried come first. */
export function toQuoteDays(quotes: readonly Quote[]): QuoteDayView[] {
  const days = Map.groupBy(quotes.toSorted(compareNewest), ({ said, reported }) =>
    said ? `said ${said.edtf}` : `reported ${reported.edtf}`,
  )
  return [...days.values()].map((own) => {
    const offices = Map.groupBy(own, ({ role, speaker }) => `${speaker.id} ${role ?? ''}`)
    const { said, reported } = own[0] as Quote
    return {
      date: (said ?? reported).edtf,
      isSaid: said !== null,
      groups: [...offices.values()].map((theirs) => {
        const { role, speaker } = theirs[0] as Quote
        return { speaker: toLink(speaker), role, quotes: theirs.map(toQuoteLine) }
      }),
    }
  })
}
