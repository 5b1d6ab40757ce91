/** Quotation marks as each language has them (CLDR 48, `quotationStart` and `quotationEnd`), and texts cut at ranges. */
import type { Range } from '../views/shapes.ts'

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
  he: ['”', '“'],
}

/** The outer quotation marks of a language, by its tag or its first part. */
export function marksOf(language: string): Marks {
  return marks[language] ?? marks[language.split('-')[0] ?? ''] ?? english
}

/** A text in stretches: those in the ranges, and what stands between them. */
export function cutAt(text: string, ranges: readonly Range[]): { text: string; isIn: boolean }[] {
  const stretches: { text: string; isIn: boolean }[] = []
  let at = 0
  for (const [from, to] of ranges) {
    stretches.push({ text: text.slice(at, from), isIn: false }, { text: text.slice(from, to), isIn: true })
    at = to
  }
  stretches.push({ text: text.slice(at), isIn: false })
  return stretches.filter((stretch) => stretch.text !== '')
}

function toAll(pair: Marks, languages: string): { [language: string]: Marks } {
  return Object.fromEntries(languages.split(' ').map((language) => [language, pair]))
}
