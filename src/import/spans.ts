/** Every span in quotation marks: where it begins and ends, in which blocks, and which marks it stands in. */

/** One paragraph's share of a span. Offsets count in the block's text; the marks stand outside `innerStart`–`innerEnd`. */
export interface SpanPart {
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

/** Finds the outermost quoted spans of the blocks, in order. Spans inside another are part of it. */
export function findSpans(blocks: readonly string[]): Span[] {
  const spans: Span[] = []
  let open: Opening | null = null
  for (const [block, text] of blocks.entries()) {
    let at = 0
    if (open) {
      const start = openingLength(text, open.kind)
      if (start > 0 || continuesUnmarked(text, open.kind)) {
        const begin = text.length - text.trimStart().length
        const close = findClose(text, begin + start, open.kind)
        open.parts.push(toPart(block, begin, start, close, text))
        if (close) {
          pushSpan(spans, open, blocks, true)
          open = null
          at = close.end
        } else if (startsWithMark(blocks[block + 1], open.kind)) continue
        else {
          // The last paragraph has no closing mark either.
          pushSpan(spans, open, blocks, false)
          open = null
          continue
        }
      } else {
        pushSpan(spans, open, blocks, false)
        open = null
      }
    }
    while (at < text.length) {
      const opening = nextOpening(text, at)
      if (!opening) break
      const runsOn = startsWithMark(blocks[block + 1], opening.kind) || lacksMark(blocks[block + 1], opening.kind)
      const close = findClose(text, opening.end, opening.kind)
      if (close) {
        spans.push({
          parts: [{ block, start: opening.start, end: close.end, innerStart: opening.end, innerEnd: close.start }],
          text: text.slice(opening.end, close.start).trim(),
          mark: text.slice(opening.start, opening.end),
          closed: true,
        })
        at = close.end
      } else if (isSingle(opening.kind) && !(runsOn && canRunOn(text, opening))) {
        // An apostrophe, not a quotation.
        at = opening.end
      } else if (!isSingle(opening.kind) && reopens(text, opening.end, opening.kind)) {
        // The same mark opens again in this paragraph: this one stands alone.
        at = opening.end
      } else if (runsOn) {
        open = { kind: opening.kind, mark: text.slice(opening.start, opening.end), parts: [] }
        open.parts.push(toPart(block, opening.start, opening.end - opening.start, null, text))
        break
      } else {
        if (/[\p{L}\p{N}]/u.test(text.slice(opening.end))) {
          const lone: Opening = { kind: opening.kind, mark: text.slice(opening.start, opening.end), parts: [] }
          lone.parts.push(toPart(block, opening.start, opening.end - opening.start, null, text))
          pushSpan(spans, lone, blocks, false)
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
  swedish: { openers: '”', closers: '”', single: false },
  angle: { openers: '«', closers: '»', single: false },
  angleInward: { openers: '»', closers: '«', single: false },
  angleSwedish: { openers: '»', closers: '»', single: false },
  smallAngle: { openers: '‹', closers: '›', single: false },
  corner: { openers: '「『', closers: '」』', single: false },
  ticks: { openers: '``', closers: "''", single: false },
  curlySingle: { openers: '‘', closers: "’'", single: true },
  lowSingle: { openers: '‚', closers: '‘’', single: true },
  straightSingle: { openers: "'", closers: "'", single: true },
  swedishSingle: { openers: '’', closers: '’', single: true },
} satisfies { [name: string]: Kind }

const isSingle = (kind: Kind): boolean => kind.single
const letterOrDigit = /[\p{L}\p{N}]/u
const space = /\s/
/** What may stand before an opening mark, other than a space. */
const beforeOpening = /[\s([{—–\-/…:¿¡"“„«‘'*_>]/
/** Words that begin with an apostrophe. */
const elision =
  /^(?:tis|twas|twere|twill|em|n|til|till|cause|cos|bout|round|un|uns|ere|er|im|ve|s|nuff|sup|ello|fraid|neath|ol|\d{2}s?)(?![\p{L}\p{N}])/iu

/** The next place where a quotation may begin. */
function nextOpening(text: string, from: number): Found | null {
  for (let at = from; at < text.length; at++) {
    const mark = text[at] as string
    if (mark === '`' && text[at + 1] === '`' && /\S/.test(text[at + 2] ?? '')) {
      return { start: at, end: at + 2, kind: kinds.ticks }
    }
    if (!'"＂“”„«»‹「『‘‚\'’'.includes(mark)) continue
    const kind = openingKind(text, at, mark)
    if (kind) return { start: at, end: at + 1, kind }
  }
  return null
}

function openingKind(text: string, at: number, mark: string): Kind | null {
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
        (!letterOrDigit.test(after) || letterOrDigit.test(before))
      ) {
        return null
      }
      return space.test(after) && before !== undefined ? null : kinds.straight
    case '“':
      return kinds.curly
    case '„':
      return kinds.low
    case '«':
      return kinds.angle
    case '‹':
      return kinds.smallAngle
    case '「':
    case '『':
      return kinds.corner
    case '”':
      return atWordStart && text.indexOf('”', at + 1) > 0 ? kinds.swedish : null
    case '»': {
      if (!atWordStart) return null
      const left = text.indexOf('«', at + 1)
      const right = text.indexOf('»', at + 1)
      if (left > 0 && (right < 0 || left < right)) return kinds.angleInward
      return right > 0 ? kinds.angleSwedish : null
    }
    case '‘':
      if (before !== undefined && letterOrDigit.test(before)) return null
      return atWordStart && !elision.test(text.slice(at + 1)) ? kinds.curlySingle : null
    case '‚':
      return atWordStart && /[‘’]/.test(text.slice(at + 1)) ? kinds.lowSingle : null
    case "'":
      return atWordStart && !elision.test(text.slice(at + 1)) ? kinds.straightSingle : null
    case '’':
      if (!atWordStart || elision.test(text.slice(at + 1)) || /[‘“]/.test(text)) return null
      return kinds.swedishSingle
    default:
      return null
  }
}

/** Where a quotation that is open ends; null when its paragraph does not say. */
function findClose(text: string, from: number, kind: Kind): { start: number; end: number } | null {
  if (kind.single) return findSingleClose(text, from, kind)
  if (kind === kinds.ticks) {
    const at = text.search(/''|”|"/) < from ? text.indexOf("''", from) : text.search(/''|”|"/)
    return at < from ? null : { start: at, end: at + (text[at] === "'" ? 2 : 1) }
  }
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const mark = text[at] as string
    if (kind === kinds.straight) {
      if (!kind.closers.includes(mark) && !(mark === '”' && !text.slice(from, at).includes('“'))) continue
      if (mark === '”') return { start: at, end: at + 1 }
      const opens = opensWord(text, at)
      const closes = closesWord(text, at)
      if (opens && !closes) {
        // A mark that opens a word, with another to close it: a quotation within this one, if a mark is left to close it.
        const rest = straightMarks(text, at)
        if (rest.length >= 3) {
          const inner = rest[1] as number
          if (closesWord(text, inner) && closesWord(text, rest[2] as number) && !opensWord(text, rest[2] as number)) {
            at = inner
            continue
          }
        }
        return null
      }
      if (closes && isInches(text, at, from)) continue
      return { start: at, end: at + 1 }
    }
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
      if (countClosers(text, at, kind) > depth + 1) depth++
      else return null
      continue
    }
    if (!kind.closers.includes(mark)) continue
    if (mark === '"' && (kind === kinds.curly || kind === kinds.low)) {
      const proper = text.slice(at + 1).search(kind === kinds.curly ? /[“”]/ : /[„“”]/)
      const next = proper < 0 ? '' : text[at + 1 + proper]
      if (opensWord(text, at) || next === '”' || (kind === kinds.low && next === '“')) continue
    }
    if (kind === kinds.low && mark === '“' && opensWord(text, at) && countClosers(text, at + 1, kind) > 0) continue
    if (depth > 0) depth--
    else return { start: at, end: at + 1 }
  }
  return null
}

/**
 * A single closing mark is also the apostrophe. A mark after a letter is one when it can be explained otherwise (a
 * plural possessive, a dropped letter), so the first mark with no other explanation closes.
 */
function findSingleClose(text: string, from: number, kind: Kind): { start: number; end: number } | null {
  const candidates: { at: number; weak: boolean }[] = []
  for (let at = from; at < text.length; at++) {
    const mark = text[at] as string
    const before = text[at - 1] ?? ''
    const after = text[at + 1]
    if (!kind.closers.includes(mark)) {
      // The next quotation begins here, so this one has ended.
      if (kind === kinds.curlySingle && mark === '‘' && openingKind(text, at, mark)) break
      continue
    }
    if (after !== undefined && letterOrDigit.test(after)) {
      if (kind === kinds.straightSingle && candidates.length > 0 && openingKind(text, at, mark)) break
      continue
    }
    if (space.test(before) || at === from) continue
    // `not the schools’.’`: the last of two marks closes.
    if (/^[.,!?]+['’]/.test(text.slice(at + 1))) continue
    if (kind === kinds.straightSingle && after && openingKind(text, at, mark) && !/[\p{L}\p{N}.,!?…]/u.test(before))
      break
    candidates.push({ at, weak: isPlainApostrophe(text, at) })
  }
  const strong = candidates.find((candidate) => !candidate.weak)
  const chosen = strong ?? chooseWeak(text, candidates)
  return chosen ? { start: chosen.at, end: chosen.at + 1 } : null
}

/** Whether a mark that ends a word may be an apostrophe: `players’ demands`, `goin’ home`. */
function isPlainApostrophe(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at)
  const after = text.slice(at + 1)
  if (!/^\s+["“(]?[\p{L}\p{N}]/u.test(after)) return false
  if (/(?:^|[\s‘'“"(-])(?:o|th|ol|an|wi|i|fo|tha|mo|lil|po|gov|rock|n|\d{2}|\d{4}s?)$/i.test(before)) return true
  if (/\p{L}{2,}in$/u.test(before)) return true
  return /[\p{L}\p{N}](?:s|z|x)$/iu.test(before)
}

/** Of marks that may all be apostrophes, the likeliest to close: before a word that no possessive stands before. */
function chooseWeak<T extends { at: number }>(text: string, candidates: readonly T[]): T | undefined {
  const functionWord =
    /^\s+(?:and|or|is|was|are|were|be|been|in|of|on|at|to|for|as|but|with|by|from|that|which|who|when|while|after|before|because|if|than|has|have|had|will|would|could|should|can|may|might|a|an|the|he|she|it|they|we|said|says|told|asked|added|about|over|into|during|against|among|under|since|until|did|does|do|not)\b/i
  const sure = candidates.find(({ at }) => functionWord.test(text.slice(at + 1)))
  if (sure) return sure
  // A possessive is followed by what is possessed; two words of a name or a short phrase may stand in marks.
  return candidates.findLast(({ at }) => /\s(?:s|\p{L}+s)$/u.test(text.slice(0, at)) === false) ?? candidates[0]
}

/** `12" vinyl` inside a quotation in straight marks, when another mark is left to close it. */
function isInches(text: string, at: number, from: number): boolean {
  if (!/\d$/.test(text.slice(from, at)) || !/^\s+\p{Ll}/u.test(text.slice(at + 1))) return false
  const rest = straightMarks(text, at + 1)
  return rest.length % 2 === 1 && closesWord(text, rest[0] as number) && !opensWord(text, rest[0] as number)
}

function straightMarks(text: string, from: number): number[] {
  const marks: number[] = []
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) marks.push(at)
  return marks
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

function countClosers(text: string, from: number, kind: Kind): number {
  let count = 0
  let extra = 0
  for (const mark of text.slice(from + 1)) {
    if (kind.closers.includes(mark) && mark !== '"') count++
    else if (kind.openers.includes(mark)) extra++
  }
  return count - extra
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
  if (kind === kinds.ticks) return begin.startsWith('``') ? 2 : 0
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

/** Whether the first mark of the paragraph closes what the paragraph before has opened. */
function lacksMark(text: string | undefined, kind: Kind): boolean {
  return text !== undefined && continuesUnmarked(text, kind)
}

function continuesUnmarked(text: string, kind: Kind): boolean {
  if (kind.single) return false
  if (kind === kinds.straight) {
    const marks = straightMarks(text, 0)
    const first = marks[0]
    return first !== undefined && marks.length % 2 === 1 && closesWord(text, first) && !opensWord(text, first)
  }
  const first = [...text].findIndex((mark) => (kind.openers + kind.closers).includes(mark) && mark !== '"')
  return first >= 0 && kind.closers.includes([...text][first] as string) && countClosers(text, -1, kind) > 0
}

/** Single marks run on only when a whole paragraph stands in them. */
function canRunOn(text: string, opening: Found): boolean {
  return text.slice(0, opening.start).trim() === '' || /[:,]\s*$/.test(text.slice(0, opening.start))
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
