/** Quotation marks as each language has them (CLDR 48, `quotationStart` and `quotationEnd`), and sentences cut at what is marked in them. */
import type { Range } from '../views/shapes.ts'
import type { WordingView } from '../views/wording.ts'

type Marks = readonly [open: string, close: string]

const english: Marks = ['“', '”']
const guillemets: Marks = ['«', '»']
const low: Marks = ['„', '“']
const lowAndHigh: Marks = ['„', '”']
const corners: Marks = ['「', '」']

const marks: { readonly [language: string]: Marks } = {
  ...toAll(guillemets, 'be ca el es fa hy it kk nb nn no pt-PT ru sq tt uk de-CH fr-CH'),
  ...toAll(low, 'bg cs da de et is ka lt lv mk sk sl'),
  ...toAll(lowAndHigh, 'bs hr hu nl-BE pl ro sr'),
  ...toAll(corners, 'ja zh-HK zh-Hant zh-TW'),
  ...toAll(['”', '”'], 'fi sv'),
  fr: ['« ', ' »'],
  ...toAll(['”', '“'], 'ar he'),
}

/** The outer quotation marks of a language, by its tag or its first part. */
export function marksOf(language: string): Marks {
  return marks[language] ?? marks[language.split('-')[0] ?? ''] ?? english
}

/** The sentence of a wording in stretches, its own words and the rest, with what of them differs from other wordings. */
export function cutSentence({
  differs,
  own,
  parts,
  sentence,
}: Pick<WordingView, 'differs' | 'own' | 'parts' | 'sentence'>): {
  isOwn: boolean
  cut: { text: string; differs: boolean }[]
}[] {
  // Where each part begins in the text, in which the differences are told, and in the sentence.
  let at = 0
  const places = parts.map((text, index) => {
    const place = { from: at, to: at + text.length, start: sentence.indexOf(text, own[index]?.[0]) }
    at = place.to + ' … '.length
    return place
  })
  const differing = (differs ?? []).flatMap(([from, to]) =>
    places.flatMap((place): Range[] => {
      const [first, last] = [Math.max(from, place.from), Math.min(to, place.to)]
      const shift = place.start - place.from
      return first < last && place.start !== -1 ? [[first + shift, last + shift]] : []
    }),
  )
  const cutAt = (from: number, to: number, ranges: readonly Range[]): [from: number, to: number, isIn: boolean][] => {
    const within = ranges.flat().filter((edge) => edge > from && edge < to)
    const edges = [...new Set([from, ...within, to])].toSorted((a, b) => a - b)
    return edges.slice(1).map((end, index) => {
      const start = edges[index] ?? from
      return [start, end, ranges.some(([first, last]) => start >= first && start < last)]
    })
  }
  return cutAt(0, sentence.length, own).map(([start, end, isOwn]) => ({
    isOwn,
    cut: cutAt(start, end, differing).map(([from, to, differs]) => ({ text: sentence.slice(from, to), differs })),
  }))
}

function toAll(pair: Marks, languages: string): { [language: string]: Marks } {
  return Object.fromEntries(languages.split(' ').map((language) => [language, pair]))
}
