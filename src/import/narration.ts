/** What is left of a text when the quoted words are taken out: tokens and sentences, with each quotation as one token. */
import type { Span } from '../markdown/quotation-marks.ts'

export interface Token {
  text: string
  low: string
  start: number
  end: number
  is: 'word' | 'mark' | 'quote'
  /** Index of the span, when it is a quotation. */
  span: number
}

export interface Sentence {
  block: number
  /** Number of the sentence in the whole text. */
  index: number
  start: number
  end: number
  tokens: Token[]
}

const abbreviations = new Set(
  'mr mrs ms mx dr prof gen lt col maj capt cmdr adm sgt sen rep gov pres rev hon st jr sr no vs etc approx inc ltd co corp jan feb mar apr jun jul aug sept sep oct nov dec mt ft cllr supt insp det fr messrs mme al e.g i.e cf ca'.split(
    ' ',
  ),
)

const tokenForm =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}&]|[’'‘\-‑/](?=[\p{L}\p{N}])|[.,](?=\d))*(?:[’'](?=\s|$|[,.]))?|\S/gu

const clockForm =
  /^\d{1,2}[.:]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:GMT|BST|CET|CEST|ET|EST|EDT|UTC))?(?:\s?[:–—-])?\s+(?=[\p{Lu}“"‘'])/u

const datelineForm =
  /^\p{Lu}{3,}[\p{Lu} .'’/-]*(?:, [^.“”"‘’(]{2,30}?)?(?: \([^)]{1,30}\))? ?(?:--|[–—-]) ?(?=[\p{Lu}“"‘'])/u

/** Cuts each block into sentences and tokens. */
export function readNarration(blocks: readonly string[], spans: readonly Span[]): Sentence[] {
  const bySpan = new Map<number, { start: number; end: number; span: number }[]>()
  for (const [span, { parts }] of spans.entries()) {
    for (const part of parts) {
      const list = bySpan.get(part.block) ?? []
      list.push({ start: part.start, end: part.end, span })
      bySpan.set(part.block, list)
    }
  }
  const sentences: Sentence[] = []
  for (const [block, text] of blocks.entries()) {
    // `14.32 The minister said`: the time of an entry is no part of its sentence.
    const clock = (clockForm.exec(text) ?? datelineForm.exec(text))?.[0].length ?? 0
    const tokens = toTokens(text, bySpan.get(block) ?? []).filter((token) => token.end > clock)
    let from = 0
    for (let at = 0; at < tokens.length; at++) {
      if (at < tokens.length - 1 && !endsSentence(tokens, at, spans)) continue
      const inside = tokens.slice(from, at + 1)
      sentences.push({
        block,
        index: sentences.length,
        start: inside[0]?.start ?? 0,
        end: inside.at(-1)?.end ?? 0,
        tokens: inside,
      })
      from = at + 1
    }
  }
  return sentences
}

function toTokens(text: string, quotes: { start: number; end: number; span: number }[]): Token[] {
  const tokens: Token[] = []
  let at = 0
  const pushText = (from: number, to: number) => {
    for (const match of text.slice(from, to).matchAll(tokenForm)) {
      const start = from + match.index
      const word = /^[\p{L}\p{N}]/u.test(match[0])
      tokens.push({
        text: match[0],
        low: match[0].toLowerCase().replace(/[‘’]/g, "'"),
        start,
        end: start + match[0].length,
        is: word ? 'word' : 'mark',
        span: -1,
      })
    }
  }
  for (const quote of [...quotes].sort((a, b) => a.start - b.start)) {
    pushText(at, quote.start)
    tokens.push({ text: '“”', low: '', start: quote.start, end: quote.end, is: 'quote', span: quote.span })
    at = quote.end
  }
  pushText(at, text.length)
  return tokens
}

function endsSentence(tokens: readonly Token[], at: number, spans: readonly Span[]): boolean {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (!next) return true
  const upper = next.is === 'quote' || /^[\p{Lu}\p{N}]/u.test(next.text) || /^[([“"‘'—–-]/.test(next.text)
  if (token.is === 'quote') {
    const words = (spans[token.span]?.text ?? '').trimEnd()
    if (!upper) return false
    if (/[.]$/.test(words) && !/\.\.\.$/.test(words)) return next.is === 'quote' || !isAttribution(tokens, at + 1)
    if (/(?:[?!…]|\.\.\.)$/.test(words)) return next.is === 'quote' || !isAttribution(tokens, at + 1)
    return false
  }
  if (token.text === '…') return upper
  if (!/^[.?!]$/.test(token.text)) {
    // `U.S.` holds its own stop; it ends a sentence only before a word that begins one.
    return false
  }
  if (/^[.?!]$/.test(next.text)) return false
  if (/^[)\]”"’]$/.test(next.text)) return false
  if (!upper) return false
  const before = tokens[at - 1]
  if (token.text === '.' && before?.is === 'word' && before.end === token.start) {
    if (abbreviations.has(before.low)) return false
    if (/^\p{Lu}$/u.test(before.text)) return false
  }
  return true
}

/** Whether what follows a question or an exclamation is `Ann Berg asked`, not a new sentence. */
function isAttribution(tokens: readonly Token[], from: number): boolean {
  const rest = tokens.slice(from, from + 9)
  const verb = rest.findIndex((token) => attributing.has(token.low))
  if (verb < 0) return false
  const between = rest.slice(0, verb)
  if (
    between.some(
      (token, index) =>
        token.is !== 'word' &&
        token.text !== ',' &&
        !(token.text === '.' && abbreviations.has(between[index - 1]?.low ?? '')),
    )
  )
    return false
  if (verb === 0) return true
  // `said that …`, `said he …` begin reported speech of their own.
  const after = tokens[from + verb + 1]
  const plain = between.every(
    (token) =>
      /^[\p{Lu}\d]/u.test(token.text) || /^(?:the|de|van|von|al|bin|of)$/.test(token.low) || /^[,.]$/.test(token.text),
  )
  const ends =
    !after ||
    after.is === 'quote' ||
    /^[.,;:—–]$/.test(after.text) ||
    /^(?:on|in|at|after|during|when|as|with|to|of|while|before|reporters|the|last|late|early|this)$/.test(after.low)
  return plain && ends && !['the', ...'mr mrs'.split(' ')].includes(between.length > 6 ? 'the' : '')
}

const attributing = new Set(
  'said says asked asks added adds wrote writes replied replies answered shouted cried yelled joked exclaimed wondered continued insisted told quipped demanded retorted tweeted posted laughed sighed mused chanted screamed roared pleaded barked snapped crowed begged protested countered gasped chuckled'.split(
    ' ',
  ),
)
