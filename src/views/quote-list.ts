/** The list of all quotes by the day they were said, newest first; those without a day apart, by the day they were reported. */

import type { NewsRecord, Quote } from '../record/types.ts'
import { urls } from '../urls.ts'
import type { ChoiceView, Chooser } from './choices.ts'
import { toLink } from './links.ts'
import { compareNewest } from './newest.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import type { Link } from './shapes.ts'
import { countSpeaking } from './speaker.ts'

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
  /** How many quotes there are on all pages, how many of them direct, by how many speakers, and how many of these no outlet names. */
  total: number
  quoted: number
  speakers: number
  unnamed: number
  days: QuoteDayView[]
  /** Ways to fewer of them: pages where there are any, else a search. On the first page. */
  narrow: { by: Chooser; choices: ChoiceView[]; more: number }[]
}

/** So many ways of a sort. */
const mostChoices = 8

export function toQuoteListViews(record: NewsRecord): QuoteListView[] {
  const { quotes, speakers } = record
  const counts = { quoted: quotes.filter(({ kind }) => kind === 'direct').length, ...countSpeaking(speakers) }
  return toPages(quotes.toSorted(compareNewest), pageSize.quotes).map(({ items, number, last }) => ({
    page: { list: urls.quotes(), number, last },
    total: quotes.length,
    ...counts,
    days: toQuoteDays(items),
    narrow: number === 1 ? toNarrow(record) : [],
  }))
}

function toNarrow({ outlets, quotes, speakers, topics }: NewsRecord): QuoteListView['narrow'] {
  const search = (words: string) => urls.search(`kind:quote ${words}`)
  const tallies = (idsOf: (quote: Quote) => Iterable<string>): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const id of quotes.flatMap((quote) => [...new Set(idsOf(quote))])) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }
  const years = tallies(({ said, reported }) =>
    [(said ?? reported).edtf.slice(0, 4)].filter((year) => /^\d{4}$/.test(year)),
  )
  const kinds = tallies(({ kind }) => [kind])
  const inOutlets = tallies(({ wordings }) => wordings.map(({ article }) => article.outlet.id))
  const plain = (by: Chooser, counts: Map<string, number>, toUrl: (id: string) => string): ChoiceView[] =>
    [...counts].map(([id, total]) => ({ by, id, name: id, url: toUrl(id), total }))
  const groups: { by: Chooser; choices: ChoiceView[] }[] = [
    { by: 'speaker', choices: speakers.map((one) => ({ by: 'speaker', ...toLink(one), total: one.quotes.length })) },
    { by: 'topic', choices: topics.map((one) => ({ by: 'topic', ...toLink(one), total: one.quotes.length })) },
    {
      by: 'outlet',
      choices: outlets.map(({ id, name }) => {
        return { by: 'outlet', id, name, url: search(`outlet:${id}`), total: inOutlets.get(id) ?? 0 }
      }),
    },
    { by: 'kind', choices: plain('kind', kinds, (id) => search(`kind:${id}`)) },
    { by: 'period', choices: plain('period', years, (id) => search(`from:${id} to:${id}`)) },
  ]
  return groups.flatMap(({ by, choices }) => {
    const used = choices.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total)
    return used.length > 1
      ? [{ by, choices: used.slice(0, mostChoices), more: Math.max(0, used.length - mostChoices) }]
      : []
  })
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
