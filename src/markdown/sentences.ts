/** Where sentences begin and end. `Intl.Segmenter` breaks after abbreviations and after quoted questions; that is put right. */
import { getOrMake } from '../lists.ts'

const segmenters = new Map<string, Intl.Segmenter>()
const abbreviation =
  /(?:^|[\s("“'‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Pres|Rev|Hon|St|Jr|Sr|No|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Inc|Ltd|Co|Corp|e\.g|i\.e|cf|ca|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u
const attribution =
  /^(?:\p{Lu}[\p{L}’'-]*\.?\s+){1,4}(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|answered|warned|insisted|continued|noted|argued|shouted|joked|posted|claimed)\b/u

/** Offsets of the sentences of a text, in order and without gaps. */
export function findSentences(text: string, language = 'en'): [start: number, end: number][] {
  const sentences: [number, number][] = []
  let start = 0
  const segmenter = getOrMake(segmenters, language, () => new Intl.Segmenter(language, { granularity: 'sentence' }))
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    if (end < text.length && isBroken(text.slice(Math.max(start, end - 80), end), text.slice(end, end + 80))) continue
    sentences.push([start, end])
    start = end
  }
  if (start < text.length) sentences.push([start, text.length])
  return sentences
}

/** Whether a break between the two is none. */
function isBroken(before: string, after: string): boolean {
  if (/^["”“»'’)\]]*\s*\p{Ll}/u.test(after)) return true
  if (abbreviation.test(before)) return true
  return /[?!…]["”“»'’]+\s*$/.test(before) && attribution.test(after)
}
