/** A text as the rules read it: sentences, and in them words, with each quotation as one token. */
import type { Span } from '../../markdown/quotation-marks.ts'
import { findSentences } from '../../markdown/sentences.ts'
import type { Language } from '../languages/language.ts'

export interface Token {
  text: string
  low: string
  start: number
  end: number
  is: 'word' | 'mark' | 'quote'
  /** Index of the span, when it is a quotation. */
  span: number
}

/** Offsets in a block. */
export interface Range {
  block: number
  start: number
  end: number
}

export interface Sentence extends Range {
  /** Number of the sentence in the whole text. */
  index: number
  tokens: Token[]
}

const none: Token = { text: '', low: '', start: -1, end: -1, is: 'mark', span: -1 }

/** A token, or an empty one where the sentence has none. */
export function tokenAt(tokens: readonly Token[], at: number): Token {
  return tokens[at] ?? none
}

export const lowAt = (tokens: readonly Token[], at: number): string => tokenAt(tokens, at).low
export const textAt = (tokens: readonly Token[], at: number): string => tokenAt(tokens, at).text

/** The first token from one on that has a form; -1 when none has. */
export const find = (tokens: readonly Token[], form: RegExp, from: number, to = tokens.length) =>
  tokens.findIndex(({ low }, at) => at >= from && at < to && form.test(low))

/** Whether two stretches share a letter. */
export function overlaps(a: Range, b: Range): boolean {
  return a.block === b.block && a.start < b.end && b.start < a.end
}

const tokenForm =
  /--+|(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}&]|['’ʼ‘\-‑/](?=[\p{L}\p{N}])|[.,](?=\d))*(?:['’](?=\s|$|[,.])|%)?|\S/gu

/** What stands before a sentence and is no part of it: the time of an entry, a dateline. */
const openings = [
  /^\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|CET|CEST|ET|EST|EDT|UTC))?(?:\s?[:–—-])?\s+(?=[\p{Lu}“"‘'«„])/u,
  /^\p{Lu}{3,}[\p{Lu} .'’/-]*(?:, [^.“”"‘’(]{2,30}?)?(?: \([^)]{1,30}\))? ?(?:--|[–—-]) ?(?=[\p{Lu}“"‘'«„])/u,
]

/** Cuts each block into sentences, and each sentence into tokens. */
export function readText(blocks: readonly string[], spans: readonly Span[], language: Language): Sentence[] {
  const sentences: Sentence[] = []
  for (const [block, text] of blocks.entries()) {
    const opening = openings.map((form) => form.exec(text)?.[0].length ?? 0).find((length) => length > 0) ?? 0
    const quotes = spans.flatMap(({ parts }, span) =>
      parts.filter((part) => part.block === block).map(({ start, end }) => toToken('“”', start, end, span)),
    )
    const all = toTokens(text, quotes).filter((token) => token.end > opening)
    let from = 0
    for (const [, to] of findSentences(text, language.code)) {
      // What stands in quotation marks is never parted.
      if (to < text.length && quotes.some(({ start, end }) => start < to && to < end)) continue
      const last = quotes.findLast(({ end }) => end <= to)
      if (last && text.slice(last.end, to).trim() === '' && isAttribution(text.slice(to, to + 90), language)) continue
      const tokens = all.filter(({ start }) => start >= from && start < to)
      const [first, final] = [tokens[0], tokens.at(-1)]
      if (first && final) sentences.push({ block, index: sentences.length, tokens, start: first.start, end: final.end })
      from = to
    }
  }
  return sentences
}

/** Whether what follows `“Why?”` is `Ann Berg asked`, not a sentence of its own. */
function isAttribution(text: string, language: Language): boolean {
  const words = text.trim().split(/\s+/, 7)
  const verb = words.findIndex((word) => language.has('saying', word.replace(/[.,:;!?]+$/, '')))
  if (verb < 0) return false
  const subject = words.slice(0, verb)
  if (subject.some((word) => /[,;:!?]$/.test(word) || language.has('prepositions', word))) return false
  // `He said the …` begins a sentence; `he asked.` ends one.
  const next = words[verb + 1]
  return /[.,]$/.test(words[verb] ?? '') || next === undefined || language.has('prepositions', next)
}

function toToken(text: string, start: number, end: number, span = -1): Token {
  const is = span >= 0 ? 'quote' : /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'mark'
  const low = span >= 0 ? '' : text.toLowerCase().replace(/[‘’ʼ]/g, "'")
  // A hyphen by itself stands for a dash.
  return { text: /^(?:-+|―)$/.test(text) ? '—' : text, low, start, end, is, span }
}

/** The words and marks of a text, and the quotations in it. */
function toTokens(text: string, quotes: readonly Token[]): Token[] {
  let outside = text
  for (const { start, end } of quotes) outside = outside.slice(0, start) + ' '.repeat(end - start) + outside.slice(end)
  const words = [...outside.matchAll(tokenForm)].map(({ 0: word, index }) => toToken(word, index, index + word.length))
  return [...words, ...quotes].sort((one, other) => one.start - other.start)
}

/** Words of tokens as they would be written. */
export function join(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  let end: number | null = null
  for (const token of tokens.slice(from, to)) {
    if (end !== null && token.start > end) text += ' '
    text += token.text
    end = token.end
  }
  return text
}

export function isCapital(token: Token | undefined): boolean {
  return token?.is === 'word' && /^\p{Lu}/u.test(token.text)
}

/** Letters alike whatever their case, their accents and their apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[‘’ʼ]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words up to an owner, without the ending of it: `the board’s`. */
export function upToOwner(tokens: readonly Token[], from: number, owner: number): Token[] {
  const { text, low, ...last } = tokenAt(tokens, owner)
  const bare = { ...last, text: text.replace(/['’]s?$/, ''), low: low.replace(/'s?$/, '') }
  return [...tokens.slice(from, owner), bare]
}
