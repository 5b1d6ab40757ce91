/** What the record has taken back: corrections, withdrawn quotes, and addresses that have changed. */
import { compare } from '../lists.ts'
import { urls } from '../urls.ts'
import type { Entries } from './entries.ts'
import type { Article, Correction, Move, NewsEvent, Quote, Speaker, Topic, When, WithdrawnQuote } from './types.ts'
import { toWhen } from './when.ts'

/** Everything on record that a correction can name, by id. */
interface Named {
  articles: ReadonlyMap<string, Article>
  events: ReadonlyMap<string, NewsEvent>
  speakers: ReadonlyMap<string, Speaker>
  topics: ReadonlyMap<string, Topic>
  quotes: ReadonlyMap<string, Quote>
}

/** The quotes whose own file says that they were withdrawn, newest first. */
export function listWithdrawn(quotes: Entries['quotes'], speakers: ReadonlyMap<string, Speaker>): WithdrawnQuote[] {
  return quotes
    .flatMap(({ id, data }): WithdrawnQuote[] => {
      const [speakerId = '', fragment = ''] = id.split('/')
      const speaker = speakers.get(speakerId)
      if (!data.withdrawn || !speaker) return []
      const { date, why } = data.withdrawn
      const url = urls.quote(speakerId, fragment)
      return [{ id, fragment, speaker, date: toWhen(date) as When, why, corrections: [], url }]
    })
    .sort(byDate)
}

/** The corrections, newest first, each hung on everything that it names. */
export function linkCorrections(
  entries: Entries['corrections'],
  named: Named,
  withdrawn: readonly WithdrawnQuote[],
): Correction[] {
  const gone = new Map(withdrawn.map((quote) => [quote.id, quote]))
  const corrections = entries
    .map(({ id, data }): Correction => {
      const quotes = data.quotes.map((name) => name.replace('#', '/'))
      return {
        id,
        date: toWhen(data.date) as When,
        kind: data.kind,
        articles: pick(named.articles, data.articles),
        events: pick(named.events, data.events),
        speakers: pick(named.speakers, data.speakers),
        topics: pick(named.topics, data.topics),
        quotes: pick(named.quotes, quotes),
        withdrawn: pick(gone, quotes),
        was: data.was,
        is: data.is,
        why: data.why,
        url: urls.corrections(id),
      }
    })
    .sort(byDate)
  for (const correction of corrections) {
    const { articles, events, speakers, topics, quotes } = correction
    for (const thing of [...articles, ...events, ...speakers, ...topics, ...quotes, ...correction.withdrawn])
      thing.corrections.push(correction)
  }
  return corrections
}

/**
 * The addresses that corrections have changed, each with the one where its page is now: what has moved twice leads to its
 * last place, and what has come back leads nowhere. With a speaker move the quotes, those that were published.
 */
export function toMoves(
  entries: Entries['corrections'],
  quotes: readonly { id: string }[],
  published: readonly string[],
): Move[] {
  const moves = new Map<string, string>()
  const named = new Set(published.map((address) => address.slice(1, -1)))
  for (const { data } of entries.toSorted((a, b) => compare(a.data.date, b.data.date) || compare(a.id, b.id))) {
    if (!data.moved) continue
    const { from, to } = data.moved
    for (const [old, now] of moves) if (now === from) moves.set(old, to)
    moves.set(from, to)
    moves.delete(to)
    named.add(from).add(to)
  }
  const here = new Set(quotes.map(({ id }) => `quotes/${id}`))
  for (const [from, to] of [...moves]) {
    if (!from.startsWith('speakers/') || !to.startsWith('speakers/')) continue
    const [old, now] = [from, to].map((page) => `${page.replace('speakers', 'quotes')}/`) as [string, string]
    for (const page of named) {
      if (!page.startsWith(old) || here.has(page) || moves.has(page)) continue
      const moved = now + page.slice(old.length)
      moves.set(page, moves.get(moved) ?? moved)
    }
  }
  return Array.from(moves, ([from, to]) => ({ from: `/${from}/`, to: `/${moves.get(to) ?? to}/` }))
}

function byDate(a: { date: When; id: string }, b: { date: When; id: string }): number {
  return b.date.earliest - a.date.earliest || compare(a.id, b.id)
}

/** The items with these ids, each once; those that are not there are left out. */
export function pick<Item>(from: ReadonlyMap<string, Item>, ids: readonly string[]): Item[] {
  return [...new Set(ids)].flatMap((id) => from.get(id) ?? [])
}
