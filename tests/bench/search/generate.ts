/** A fictional record of any size, the same on every run: words as common and as rare as in a language, names in two spellings. */
import type { NewsRecord } from '../../../src/record/types.ts'
import { type Sample, type SampleWording, toRecord } from '../../sample.ts'

export interface Generated {
  record: NewsRecord
  /** What is typed: words from common to rare, a speaker, a phrase. */
  queries: string[]
}

const vocabularySize = 12_000
const quotesPerArticle = 6
const quotesPerSpeaker = 30

/** Makes a record with so many quotes. */
export function generate(quoteCount: number): Generated {
  const random = toRandom(7)
  const words = makeWords(vocabularySize, random)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  // Zipf's law: the n-th word is used in proportion to 1/n.
  const word = (): string => words[Math.floor(vocabularySize ** random()) - 1] ?? words[0] ?? ''
  const phrase = (length: number): string => Array.from({ length }, word).join(' ')
  const sentence = (length: number): string => toCapital(phrase(length))

  const surnames = makeWords(600, random).map(toCapital)
  const speakers = Array.from({ length: Math.ceil(quoteCount / quotesPerSpeaker) }, (_, index) => {
    const [first, last] = [pick(surnames), surnames[index % surnames.length] ?? '']
    return { id: `speaker-${index}`, name: `${first} ${last}`, aliases: [`${first} ${last}yy`], role: sentence(3) }
  })
  const outlets = Array.from({ length: 24 }, (_, index) => ({ id: `outlet-${index}`, name: `The ${sentence(2)}` }))
  const articles = Array.from({ length: Math.ceil(quoteCount / quotesPerArticle) }, (_, index) => ({
    id: `article-${index}`,
    title: sentence(7),
    outlet: pick(outlets).id,
    published: toDay(index),
    rights: index % 2 === 0 ? ('full' as const) : ('excerpt' as const),
    paragraphs: Array.from({ length: 8 }, () => `${sentence(30)}.`),
  }))
  const quotes = Array.from({ length: quoteCount }, (_, index) => {
    const number = Math.floor(index / quotesPerArticle)
    const text = sentence(between(8, 36))
    const wording = (article: number, words: string): SampleWording => ({
      article: `article-${article % articles.length}`,
      kind: 'direct',
      parts: [words],
      before: `${phrase(4)}, `,
    })
    const others = random() < 0.3 ? [wording(number + 1, `${text} ${phrase(3)}`)] : []
    return {
      id: `${pick(speakers).id}/quote-${index}`,
      said: toDay(number),
      context: phrase(3),
      wordings: [wording(number, text), ...others],
    }
  })
  const events = Array.from({ length: Math.ceil(quoteCount / 20) }, (_, index) => ({
    id: `event-${index}`,
    title: sentence(6),
    date: toDay(index * 3),
    summary: `${sentence(20)}.`,
    speakers: [pick(speakers).id],
    reportedIn: [pick(quotes).id],
  }))
  const topics = Array.from({ length: 30 }, (_, index) => ({
    id: `topic-${index}`,
    name: sentence(4),
    aliases: [word(), word()],
    quotes: Array.from({ length: Math.ceil(quoteCount / 150) }, () => pick(quotes).id),
  }))
  const record = toRecord({ speakers, outlets, articles, quotes, events, topics } satisfies Sample)
  const at = (rank: number): string => words.slice(rank).find((one) => one.length >= 6) ?? ''
  const inQuote = (quotes[Math.floor(quoteCount / 2)]?.wordings[0]?.parts[0] ?? '').split(' ').slice(0, 4).join(' ')
  return {
    record,
    queries: [at(300), at(30), at(3000), speakers[5]?.name ?? '', `${at(60)} ${at(400)}`, `“${inQuote}”`],
  }
}

const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu', 'va']
const endings = ['', '', 'n', 'r', 'l', 't', 'm', 'st', 'nd']

function makeWords(number: number, random: () => number): string[] {
  const words = new Set<string>()
  while (words.size < number) {
    const length = 1 + Math.floor(Math.min(3, words.size / 60) * random() + random() * 2)
    const parts = Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)])
    words.add(parts.join('') + endings[Math.floor(random() * endings.length)])
  }
  return [...words]
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function toRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const toCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const toDay = (index: number): string =>
  new Date(Date.UTC(2031, 0, 1) + (index % 1500) * 86_400_000).toISOString().slice(0, 10)
