/**
 * Every span in quotation marks: where it begins and ends, in which paragraphs, and which marks it stands in. The one set
 * of rules for what is quoted: the import proposes by it, the site reads by it. Time grows with the text, whatever it holds.
 */
import { countWhile } from '../lists.ts'

/** One paragraph's share of a span. Offsets count in the block's text; the marks stand outside `innerStart`–`innerEnd`. */
interface SpanPart {
  block: number
  start: number
  end: number
  innerStart: number
  innerEnd: number
}

export interface Span {
  /** One a paragraph: a quotation that runs on is one span. */
  parts: SpanPart[]
  /** The words between the marks, a line break between paragraphs. */
  text: string
  /** The opening mark as captured. */
  mark: string
  /** False when no closing mark was found: the span then ends with its paragraph. */
  closed: boolean
}

/** Finds the outermost quoted spans of the blocks, a paragraph each, in order. Spans inside another are part of it. */
export function findSpans(blocks: readonly string[]): Span[] {
  const spans: Span[] = []
  let open: Opening | null = null
  for (const [block, text] of blocks.entries()) {
    if (!open && !anyMark.test(text)) continue
    const next = blocks[block + 1]
    const marks = new Marks(text)
    let at = 0
    if (open) {
      const start = openingLength(text, open.kind)
      if (start > 0 || continuesUnmarked(marks, open.kind)) {
        const begin = text.length - text.trimStart().length
        const close = findClose(marks, begin + start, open.kind)
        open.parts.push(toPart(block, begin, start, close, text))
        if (close) at = close.end
        else if (startsWithMark(next, open.kind)) continue
        pushSpan(spans, open, blocks, close !== null)
        open = null
        // The last paragraph has no closing mark either.
        if (!close) continue
      } else {
        pushSpan(spans, open, blocks, false)
        open = null
      }
    }
    while (at < text.length) {
      const opening = nextOpening(marks, at)
      if (!opening) break
      const { kind, start, end } = opening
      const mayRunOn = kind.single && canRunOn(text, start) && startsWithMark(next, kind)
      const close = findClose(marks, end, kind, mayRunOn)
      const mark = text.slice(start, end)
      if (close) {
        spans.push({
          parts: [{ block, start, end: close.end, innerStart: end, innerEnd: close.start }],
          text: text.slice(end, close.start).trim(),
          mark,
          closed: true,
        })
        at = close.end
      } else if (kind.single ? !mayRunOn : reopens(text, end, kind)) {
        // An apostrophe; or the same mark opens again in this paragraph, and this one stands alone.
        at = end
      } else {
        open = { kind, mark, parts: [toPart(block, start, end - start, null, text)] }
        if (!startsWithMark(next, kind) && !(next !== undefined && continuesUnmarked(new Marks(next), kind))) {
          if (/[\p{L}\p{N}]/u.test(text.slice(end))) pushSpan(spans, open, blocks, false)
          open = null
        }
        break
      }
    }
  }
  if (open) pushSpan(spans, open, blocks, false)
  return spans.filter((span) => /[\p{L}\p{N}]/u.test(span.text))
}

/** A pair of marks. The straight ones open and close alike. */
interface Kind {
  openers: string
  closers: string
  single: boolean
}

interface Opening {
  kind: Kind
  mark: string
  parts: SpanPart[]
}

interface Found {
  start: number
  end: number
  kind: Kind
}

const kinds = {
  straight: { openers: '"＂', closers: '"＂', single: false },
  curly: { openers: '“', closers: '”"', single: false },
  low: { openers: '„', closers: '“”‟"', single: false },
  swedish: { openers: '”', closers: '”"', single: false },
  angle: { openers: '«', closers: '»', single: false },
  angleInward: { openers: '»', closers: '«', single: false },
  angleSwedish: { openers: '»', closers: '»', single: false },
  smallAngle: { openers: '‹', closers: '›', single: false },
  smallAngleInward: { openers: '›', closers: '‹', single: false },
  corner: { openers: '「『', closers: '」』', single: false },
  /** Two single marks for a double one, in whatever form: ``so'', ''so'', ’’so’’. */
  ticks: { openers: '``', closers: "''", single: false },
  curlySingle: { openers: '‘', closers: "’'", single: true },
  lowSingle: { openers: '‚', closers: '‘’', single: true },
  straightSingle: { openers: "'", closers: "'", single: true },
  swedishSingle: { openers: '’', closers: '’', single: true },
} satisfies { [name: string]: Kind }

/** A paragraph with what is asked of it again and again, each looked up once. */
class Marks {
  readonly text: string
  readonly #next = new Map<string, { from: number; found: number }>()
  readonly #surplus = new Map<Kind, Int32Array>()
  readonly #unclosed = new Set<Kind>()
  #straight: number[] | null = null

  constructor(text: string) {
    this.text = text
  }

  /** Offset of the next of some marks from an offset on; -1 when there is none. */
  next(marks: string, from: number): number {
    const known = this.#next.get(marks)
    if (known && known.from <= from && (known.found === -1 || known.found >= from)) return known.found
    let at = from
    while (at < this.text.length && !marks.includes(this.text[at] as string)) at++
    const found = at < this.text.length ? at : -1
    this.#next.set(marks, { from, found })
    return found
  }

  /** Offsets of the straight double marks from an offset on. */
  straight(from: number): { count: number; first: number[] } {
    this.#straight ??= Array.from(this.text.matchAll(/"/g), ({ index }) => index)
    const before = countWhile(this.#straight, (at) => at < from)
    return { count: this.#straight.length - before, first: this.#straight.slice(before, before + 3) }
  }

  /** How many more marks close a kind than open it, from an offset on. */
  surplus(kind: Kind, from: number): number {
    let counts = this.#surplus.get(kind)
    if (!counts) {
      counts = new Int32Array(this.text.length + 1)
      for (let at = this.text.length - 1; at >= 0; at--) {
        const mark = this.text[at] as string
        const change = kind.closers.includes(mark) && mark !== '"' ? 1 : kind.openers.includes(mark) ? -1 : 0
        counts[at] = (counts[at + 1] as number) + change
      }
      this.#surplus.set(kind, counts)
    }
    return counts[Math.min(from, this.text.length)] as number
  }

  /** Remembers that nothing closes a kind of marks in the rest of the paragraph. */
  isUnclosed(kind: Kind): boolean {
    return this.#unclosed.has(kind)
  }

  setUnclosed(kind: Kind): void {
    this.#unclosed.add(kind)
  }
}

const letterOrDigit = /[\p{L}\p{N}]/u
const space = /\s/
const anyMark = /["＂“”„«»‹›「『‘‚'’`]/
const anyMarks = /["＂“”„«»‹›「『‘‚'’`]/g
/** Scripts that write no apostrophe within a word, and join particles to a closing mark. */
const unelided = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Scripts that join a particle to an opening mark: `بـ"حلوى"`. */
const prefixing = /[\p{Script=Arabic}\p{Script=Hebrew}ـ]/u
/** What may stand before an opening mark, other than a space. */
const beforeOpening = /[\s([{—–\-/…:¿¡"“„«‘'*_>]/
/** Words that begin with an apostrophe. */
const elision =
  /^(?:tis|twas|twere|twill|em|n|til|till|cause|cos|bout|round|un|uns|ere|er|im|ve|s|nuff|sup|ello|fraid|neath|ol|\d{2}s?)(?![\p{L}\p{N}])/iu

/** The next place where a quotation may begin. */
function nextOpening(marks: Marks, from: number): Found | null {
  const { text } = marks
  anyMarks.lastIndex = from
  for (let match = anyMarks.exec(text); match; match = anyMarks.exec(text)) {
    const [mark] = match
    const at = match.index
    if (mark === '`') {
      if (text[at + 1] === '`' && /\S/.test(text[at + 2] ?? '')) return { start: at, end: at + 2, kind: kinds.ticks }
      continue
    }
    if (/['’]/.test(mark) && text[at + 1] === mark) {
      const before = text[at - 1]
      const opens = (before === undefined || beforeOpening.test(before)) && /[^\s'’]/.test(text[at + 2] ?? ' ')
      if (opens && /''|’’|"|”/.test(text.slice(at + 2))) return { start: at, end: at + 2, kind: kinds.ticks }
      anyMarks.lastIndex = at + 2
      continue
    }
    const kind = openingKind(marks, at, mark)
    if (kind) return { start: at, end: at + 1, kind }
  }
  return null
}

function openingKind(marks: Marks, at: number, mark: string): Kind | null {
  const { text } = marks
  const before = text[at - 1]
  const after = text[at + 1]
  if (after === undefined) return null
  const atWordStart = (before === undefined || beforeOpening.test(before)) && !space.test(after)
  switch (mark) {
    case '"':
    case '＂':
      if (
        before !== undefined &&
        !beforeOpening.test(before) &&
        !(prefixing.test(before) && prefixing.test(after) && text.slice(0, at).split(mark).length % 2 === 1) &&
        (!letterOrDigit.test(after) || letterOrDigit.test(before))
      ) {
        return null
      }
      // `said, " You did well."`
      if (space.test(after) && before !== undefined)
        return /[,:]\s$/.test(text.slice(Math.max(0, at - 2), at)) && /^\s\p{Lu}/u.test(text.slice(at + 1, at + 3))
          ? kinds.straight
          : null
      return kinds.straight
    case '“':
      // `round“ too`: no mark opens between a word and a space.
      return space.test(after) && before !== undefined && !beforeOpening.test(before) ? null : kinds.curly
    case '„':
      return kinds.low
    case '«':
      return kinds.angle
    case '‹':
      return kinds.smallAngle
    case '›':
      return atWordStart && marks.next('‹', at + 1) > 0 ? kinds.smallAngleInward : null
    case '「':
    case '『':
      return kinds.corner
    case '”':
      return atWordStart && marks.next('”"', at + 1) > 0 ? kinds.swedish : null
    case '»': {
      if (!atWordStart) return null
      const close = marks.next('«»', at + 1)
      return close < 0 ? null : text[close] === '«' ? kinds.angleInward : kinds.angleSwedish
    }
    case '‘':
      if (before !== undefined && letterOrDigit.test(before)) return null
      return atWordStart && !startsWithElision(text, at + 1) ? kinds.curlySingle : null
    case '‚':
      return atWordStart && marks.next('‘’', at + 1) > 0 ? kinds.lowSingle : null
    case "'":
      return atWordStart && !startsWithElision(text, at + 1) ? kinds.straightSingle : null
    case '’':
      if (!atWordStart || startsWithElision(text, at + 1) || marks.surplus(curlyOpening, 0) !== 0) return null
      return kinds.swedishSingle
    default:
      return null
  }
}

/** Counted only: in a text that has these, `’` is no opening mark. */
const curlyOpening: Kind = { openers: '‘“', closers: '', single: false }

function startsWithElision(text: string, at: number): boolean {
  return elision.test(text.slice(at, at + 8))
}

/** Where a quotation that is open ends; null when its paragraph does not say. */
function findClose(marks: Marks, from: number, kind: Kind, mayRunOn = false): { start: number; end: number } | null {
  if (marks.isUnclosed(kind)) return null
  if (kind.single) return findSingleClose(marks, from, kind, mayRunOn)
  if (kind === kinds.straight) return findStraightClose(marks, from)
  const { text } = marks
  if (kind === kinds.ticks) {
    const close = /''|’’|”|"/g
    close.lastIndex = from
    const found = close.exec(text)
    if (!found) marks.setUnclosed(kind)
    return found && { start: found.index, end: close.lastIndex }
  }
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const mark = text[at] as string
    if (kind.openers.includes(mark) && !kind.closers.includes(mark)) {
      const before = text[at - 1] ?? ''
      const after = text[at + 1]
      if (
        kind === kinds.curly &&
        !space.test(before) &&
        !beforeOpening.test(before) &&
        !(after && letterOrDigit.test(after))
      ) {
        // An opening mark typed where one closes.
        return { start: at, end: at + 1 }
      }
      if (marks.surplus(kind, at + 1) > depth + 1) depth++
      // `«… «…», — сказав`: one mark closes both.
      else if (kind !== kinds.angle || marks.surplus(kind, at + 1) < 1) return null
      continue
    }
    // `“It was an attempt,’’ he said`: two single marks for a double one.
    if (kind === kinds.curly && mark === '’' && text[at + 1] === '’' && depth === 0) return { start: at, end: at + 2 }
    if (!kind.closers.includes(mark)) continue
    if (mark === '"' && (kind === kinds.curly || kind === kinds.low)) {
      const proper = marks.next(kind === kinds.curly ? '“”' : '„“”', at + 1)
      const next = proper < 0 ? '' : text[proper]
      if (opensWord(text, at) || next === '”' || (kind === kinds.low && next === '“')) continue
    }
    if (kind === kinds.low && mark === '“' && opensWord(text, at) && marks.surplus(kind, at + 2) > 0) continue
    if (depth > 0) depth--
    else return { start: at, end: at + 1 }
  }
  return null
}

function findStraightClose(marks: Marks, from: number): { start: number; end: number } | null {
  const { text } = marks
  let curlyInside = false
  for (let at = from; at < text.length; at++) {
    const mark = text[at] as string
    if (mark === '“') curlyInside = true
    if (mark === '”' && !curlyInside) return { start: at, end: at + 1 }
    if (!kinds.straight.closers.includes(mark)) continue
    const opens = opensWord(text, at)
    const closes = closesWord(text, at)
    if (opens && !closes) {
      // A mark that opens a word, with another to close it: a quotation within this one, if a mark is left to close it.
      const [, inner, last] = marks.straight(at).first
      if (
        inner === undefined ||
        last === undefined ||
        !closesWord(text, inner) ||
        !closesWord(text, last) ||
        opensWord(text, last) ||
        followsFigure(text, last)
      )
        return null
      at = inner
      continue
    }
    if (closes && isInches(marks, at, from)) continue
    return { start: at, end: at + 1 }
  }
  return null
}

/**
 * A single closing mark is also the apostrophe. A mark after a letter is one when it can be explained otherwise (a
 * plural possessive, a dropped letter), so the first mark with no other explanation closes.
 */
function findSingleClose(
  marks: Marks,
  from: number,
  kind: Kind,
  mayRunOn: boolean,
): { start: number; end: number } | null {
  const { text } = marks
  const opensAlike = kind.openers === kind.closers
  const weak: number[] = []
  let at = from
  for (; at < text.length; at++) {
    const mark = text[at] as string
    if (!kind.closers.includes(mark)) {
      // The next quotation begins here, so this one has ended.
      if (kind.openers === mark && (mark === '‘' || weak.length > 0) && openingKind(marks, at, mark)) break
      continue
    }
    const before = text[at - 1] ?? ''
    const after = text[at + 1]
    if (after !== undefined && letterOrDigit.test(after) && !unelided.test(after)) {
      if (opensAlike && weak.length > 0 && openingKind(marks, at, mark)) break
      continue
    }
    if (space.test(before) || at === from) continue
    // `not the schools’.’`: the last of two marks closes.
    if (/^[.,!?]{1,4}['’]/.test(text.slice(at + 1, at + 6))) continue
    if (opensAlike && after && openingKind(marks, at, mark) && !/[\p{L}\p{N}.,!?…]/u.test(before)) break
    if (!isPlainApostrophe(text, at)) return { start: at, end: at + 1 }
    weak.push(at)
  }
  if (weak.length === 0 && at === text.length) marks.setUnclosed(kind)
  // `somethin' else.` is no end where the next paragraph opens with the mark again.
  const chosen = chooseWeak(text, weak, mayRunOn)
  return chosen === undefined ? null : { start: chosen, end: chosen + 1 }
}

/** Whether a mark that ends a word may be an apostrophe: `players’ demands`, `goin’ home`. */
function isPlainApostrophe(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const after = text.slice(at + 1, at + 12)
  if (!/^\s+["“(]?[\p{L}\p{N}]/u.test(after)) return false
  if (/(?:^|[\s‘'“"(-])(?:o|th|ol|an|wi|i|fo|tha|mo|lil|po|gov|rock|n|\d{2}|\d{4}s?)$/i.test(before)) return true
  if (/\p{L}{2,}in$/u.test(before)) return true
  return /[\p{L}\p{N}](?:s|z|x)$/iu.test(before)
}

/** Of marks that may all be apostrophes, the likeliest to close: before a word that no possessive stands before. */
function chooseWeak(text: string, candidates: readonly number[], onlySure: boolean): number | undefined {
  const functionWord =
    /^\s+(?:and|or|is|was|are|were|be|been|in|of|on|at|to|for|as|but|with|by|from|that|which|who|when|while|after|before|because|if|than|has|have|had|will|would|could|should|can|may|might|a|an|the|he|she|it|they|we|said|says|told|asked|added|about|over|into|during|against|among|under|since|until|did|does|do|not)\b/i
  const sure = candidates.find((at) => functionWord.test(text.slice(at + 1, at + 24)))
  if (sure !== undefined || onlySure) return sure
  // A possessive is followed by what is possessed; two words of a name or a short phrase may stand in marks.
  return candidates.findLast((at) => !/\s\p{L}*s$/u.test(text.slice(Math.max(0, at - 40), at))) ?? candidates[0]
}

/** `12" vinyl` inside a quotation in straight marks, when another mark is left to close it. */
function isInches(marks: Marks, at: number, from: number): boolean {
  const { text } = marks
  if (at <= from || !followsFigure(text, at)) return false
  const { count, first } = marks.straight(at + 1)
  const [next] = first
  return count % 2 === 1 && next !== undefined && closesWord(text, next) && !opensWord(text, next)
}

function followsFigure(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /^\s+\p{Ll}/u.test(text.slice(at + 1, at + 8))
}

function opensWord(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  return (before === undefined || beforeOpening.test(before)) && after !== undefined && !space.test(after)
}

function closesWord(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  return before !== undefined && !space.test(before) && (after === undefined || !letterOrDigit.test(after))
}

/** Whether the mark that opens is met again as an opening mark before any that closes. */
function reopens(text: string, from: number, kind: Kind): boolean {
  for (let at = from; at < text.length; at++) {
    const mark = text[at] as string
    if (!kind.openers.includes(mark)) continue
    if (kind === kinds.straight ? opensWord(text, at) : true) return true
  }
  return false
}

/** Length of the repeated opening mark at the start of a paragraph; 0 when there is none. */
function openingLength(text: string, kind: Kind): number {
  const begin = text.trimStart()
  if (kind === kinds.ticks) return /^(?:``|''|’’)/.test(begin) ? 2 : 0
  const mark = begin[0] ?? ''
  if (mark === '') return 0
  if (kind.openers.includes(mark)) return 1
  // French typesetting of old repeats the closing mark; some outlets mix straight and curly marks.
  if (kind === kinds.angle && mark === '»') return 1
  if ((kind === kinds.curly && mark === '"') || (kind === kinds.straight && mark === '“')) return 1
  return 0
}

function startsWithMark(text: string | undefined, kind: Kind): boolean {
  return text !== undefined && openingLength(text, kind) > 0
}

/** Whether the first mark of a paragraph closes what the paragraph before has opened. */
function continuesUnmarked(marks: Marks, kind: Kind): boolean {
  if (kind.single) return false
  const { text } = marks
  if (kind === kinds.straight) {
    const { count, first } = marks.straight(0)
    const [next] = first
    return next !== undefined && count % 2 === 1 && closesWord(text, next) && !opensWord(text, next)
  }
  const first = marks.next((kind.openers + kind.closers).replace('"', ''), 0)
  return first >= 0 && kind.closers.includes(text[first] as string) && marks.surplus(kind, 0) > 0
}

/** Single marks run on only when a whole paragraph stands in them. */
function canRunOn(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start).trimEnd()
  return before === '' || /[:,]$/.test(before)
}

function toPart(
  block: number,
  start: number,
  length: number,
  close: { start: number; end: number } | null,
  text: string,
): SpanPart {
  const end = text.trimEnd().length
  return {
    block,
    start,
    end: close?.end ?? end,
    innerStart: start + length,
    innerEnd: close?.start ?? end,
  }
}

function pushSpan(spans: Span[], open: Opening, blocks: readonly string[], closed: boolean): void {
  spans.push({
    parts: open.parts,
    text: open.parts.map((part) => (blocks[part.block] ?? '').slice(part.innerStart, part.innerEnd).trim()).join('\n'),
    mark: open.mark,
    closed,
  })
}
