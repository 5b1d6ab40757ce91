/** A generated record in one language for searching, and what is typed into it. */
import { parseTexts } from '../../src/loaders/content.ts'
import { toViews, type Views } from '../../src/views/views.ts'
import { generateRecord, quotesEach } from '../generate.ts'

export interface Generated {
  views: Views
  /** What is typed: words from common to rare, a speaker, a phrase. */
  queries: string[]
}

/** Makes a record of articles with so many quotes. */
export function generate(quoteCount: number): Generated {
  const texts = generateRecord(Math.ceil(quoteCount / quotesEach), 1, ['en'])
  const views = toViews(parseTexts(texts).record)
  const { quotes, speakers } = views
  const counts = new Map<string, number>()
  for (const { wordings } of quotes)
    for (const word of wordings[0]?.text.toLowerCase().match(/\p{L}+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
  const long = words.filter((word) => word.length >= 6)
  const at = (rank: number): string => long[Math.min(rank, long.length - 1)] ?? ''
  const direct = quotes.slice(quotes.length / 2).find(({ kind }) => kind === 'direct')
  const phrase = (direct?.wordings[0]?.text ?? '').split(' ').slice(0, 4).join(' ')
  return {
    views,
    queries: [at(300), at(30), at(3000), speakers[5]?.name ?? '', `${at(60)} ${at(400)}`, `“${phrase}”`],
  }
}
