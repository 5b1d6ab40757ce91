/** Words that tell a date, as EDTF, counted from publication or from when the words were said. Never forward after a past verb. */
import { UTCDate } from '@date-fns/utc/date'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { addYears } from 'date-fns/addYears'
import { endOfMonth } from 'date-fns/endOfMonth'
import { format } from 'date-fns/format'
import { getDay } from 'date-fns/getDay'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import type { Span } from '../markdown/quotation-marks.ts'
import { months, weekdays } from './lexicon.ts'
import type { Sentence } from './narration.ts'

export interface FoundDate {
  words: string
  edtf: string
  block: number
  start: number
  end: number
}

/** Something on record or in the text that a phrase such as `the early stages of the invasion` counts from. */
export interface DatedThing {
  /** A word it is known by. */
  word: string
  /** `2022` */
  year: number
}

export interface DateContext {
  blocks: readonly string[]
  spans: readonly Span[]
  sentences: readonly Sentence[]
  /** Day of publication, `2025-08-21`. */
  published: string
  things?: readonly DatedThing[]
}

/** Finds the dates of a text, in order. */
export function findDates(context: DateContext): FoundDate[] {
  const found: FoundDate[] = []
  const published = toDay(context.published)
  const things = [...(context.things ?? []), ...thingsIn(context.blocks)]
  let last: UTCDate | null = null
  for (const [block, text] of context.blocks.entries()) {
    const inBlock: FoundDate[] = []
    const isQuoted = (hit: Hit) =>
      context.spans.some((span) =>
        span.parts.some((part) => part.block === block && part.start <= hit.start && hit.end <= part.end),
      )
    // What stands outside quotation marks first: it may say when the words inside were said.
    const hits = findHits(text)
    for (const hit of [...hits.filter((one) => !isQuoted(one)), ...hits.filter(isQuoted)]) {
      if (inBlock.some((other) => hit.start < other.end && hit.end > other.start)) continue
      const sentence = context.sentences.find(
        (one) => one.block === block && one.start <= hit.start && hit.start < one.end,
      )
      const quoted = isQuoted(hit)
      const anchor = (hit.relative && saidDay(text, hit, inBlock, sentence, quoted)) || published
      const scope: Scope = {
        anchor,
        published,
        last,
        things,
        text,
        hit,
        future: () => isFuture(text, hit, sentence, quoted, context.spans, block),
      }
      const edtf = hit.read(scope)
      if (!edtf) continue
      inBlock.push({ words: hit.words, edtf, block, start: hit.start, end: hit.end })
      if (/^\d{4}-\d{2}-\d{2}$/.test(edtf)) last = toDay(edtf)
    }
    found.push(...inBlock.sort((a, b) => a.start - b.start))
  }
  return found
}

interface Scope {
  anchor: UTCDate
  published: UTCDate
  /** The last whole day the text has given. */
  last: UTCDate | null
  things: readonly DatedThing[]
  text: string
  hit: Hit
  future: () => boolean
}

interface Hit {
  start: number
  end: number
  words: string
  groups: (string | undefined)[]
  /** Whether it counts from a day. */
  relative: boolean
  read: (scope: Scope) => string | null
}

interface Rule {
  form: RegExp
  relative?: boolean
  read: (groups: (string | undefined)[], scope: Scope) => string | null
}

const monthWord =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'
const dayWord = '(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'
const number =
  '(\\d{1,3}|a couple of|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|a hundred)'
const unit = '(hours?|days?|weeks?|fortnights?|months?|years?|decades?)'
const partOfDay = '(?:\\s+(?:morning|afternoon|evening|night|lunchtime|midday))?'

const rules: Rule[] = [
  // Phrases with an end or a beginning.
  {
    form: re(
      `\\b(by|before|until|till|since|from|after)\\s+(?:the\\s+)?(early|mid|late)[- ](${months.join('|')})(?:\\s+(\\d{4}))?\\b`,
    ),
    read: ([, , part, month, year], scope) => partOfMonth(part, month, year, scope),
  },
  {
    form: re(`\\bwithin\\s+${number}(?:\\s+(?:to|or)\\s+|[-–])${number}\\s+${unit}`),
    relative: true,
    read: ([, from, to, what], { anchor }) => span(shift(anchor, count(from), what), shift(anchor, count(to), what)),
  },
  {
    form: re(`\\bin\\s+${number}(?:\\s+(?:to|or)\\s+|[-–])${number}\\s+${unit}(?:['’]s?\\s+time)?`),
    relative: true,
    read: ([, from, to, what], { anchor, future }) =>
      future() ? span(shift(anchor, count(from), what), shift(anchor, count(to), what)) : null,
  },
  {
    form: re(
      `\\b(?:within|(?:in|over)\\s+the\\s+(?:next|coming))\\s+(?:the\\s+(?:next|coming)\\s+)?${number}\\s+${unit}`,
    ),
    relative: true,
    read: ([, n, what], { anchor, future, hit }) =>
      /^within/i.test(hit.words) && !future() && !/next|coming/.test(hit.words)
        ? null
        : span(anchor, shift(anchor, count(n), what)),
  },
  {
    form: re(`\\b(?:in|over|during|for)\\s+the\\s+(?:past|last|previous)\\s+${number}\\s+${unit}`),
    relative: true,
    read: ([, n, what], { anchor }) => span(shift(anchor, -count(n), what), anchor),
  },
  {
    form: re(`\\b${number}(?:\\s+and\\s+a\\s+half)?\\s+${unit}\\s+(ago|earlier|before|later)\\b`),
    relative: true,
    read: ([, n, what, way], { anchor, last }) => {
      if (way === 'ago') return ago(anchor, count(n), what ?? '')
      const from = last
      if (!from || !/day/.test(what ?? '')) return null
      return iso(shift(from, way === 'later' ? count(n) : -count(n), what))
    },
  },
  {
    form: re(`\\bin\\s+(?:about\\s+|just\\s+)?${number}\\s+${unit}(?:['’]s?\\s+time)?\\b(?!\\s+(?:of|to))`),
    relative: true,
    read: ([, n, what], { anchor, future, hit }) =>
      future() || /time$/.test(hit.words) ? ahead(anchor, count(n), what ?? '') : null,
  },
  // Parts of the week, the month and the year.
  {
    form: re('\\b(earlier|later|early|late)\\s+(this|last|next)\\s+(week|month|year)\\b'),
    relative: true,
    read: ([, part, which, what], scope) => partOfPeriod(part ?? '', which ?? '', what ?? '', scope),
  },
  {
    form: re(
      '\\b(?:(by|before|until|since|at|towards?)\\s+)?the\\s+(end|start|beginning|middle)\\s+of\\s+(?:(this|the|next|last)\\s+)?(week|month|year|decade|\\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)(?:\\s+(\\d{4}))?\\b',
    ),
    relative: true,
    read: ([, way, part, which, what, year], scope) => endOfPeriod(way, part ?? '', which, what ?? '', year, scope),
  },
  {
    form: re('\\b(?:by\\s+)?year[- ]end\\b'),
    relative: true,
    read: (_, { anchor }) => `../${year(anchor)}`,
  },
  {
    form: re(`\\b(?:(?:on|over|at|during)\\s+)?(the|this|last|next|this past|this coming)\\s+weekend\\b`),
    relative: true,
    read: ([, which], { anchor, future, text, hit }) => {
      if (/\b(?:before|after|every|until)\s+$/i.test(text.slice(0, hit.start))) return null
      const saturday = addDays(startOfISOWeek(anchor), 5)
      const here = getDay(anchor) === 0 || getDay(anchor) === 6
      const ahead =
        which === 'next' ||
        which === 'this coming' ||
        (which === 'this' && !here ? !/past/.test(which) : false) ||
        (which === 'the' && future())
      if (which === 'next') return span(addDays(saturday, 7), addDays(saturday, 8))
      if (here && which !== 'last') return span(saturday, addDays(saturday, 1))
      const from = ahead ? saturday : addDays(saturday, -7)
      return span(from, addDays(from, 1))
    },
  },
  {
    form: re('\\b(this|last|next)\\s+(week|month|year|decade|century)\\b'),
    relative: true,
    read: ([, which, what], { anchor }) => period(which ?? '', what ?? '', anchor),
  },
  {
    form: re(
      '\\b(?:in\\s+|of\\s+)?(this|last|next|the\\s+following|the|early|late)?\\s*(spring|summer|autumn|winter)(?:\\s+of)?\\s+((?:19|20)\\d{2})\\b',
    ),
    read: ([, , season, yearWord]) => `${yearWord}-${seasonCode(season)}`,
  },
  {
    form: re('\\b(this|last|next)\\s+(spring|summer|autumn|winter)\\b'),
    relative: true,
    read: ([, which, season], { anchor }) => seasonOf(which ?? '', season ?? '', anchor),
  },
  {
    form: re('\\b(?:in|over|during)\\s+the\\s+(spring|summer|autumn|winter)\\b'),
    relative: true,
    read: ([, season], { anchor, future }) => seasonOf(future() ? 'next' : 'last', season ?? '', anchor),
  },
  {
    form: re(
      '\\b(?:in\\s+|for\\s+)?(?:the\\s+)?(first|second|third|fourth|last|final)\\s+(quarter|half)(?:\\s+of\\s+(this year|last year|next year|the year|(?:19|20)\\d{2}))?\\b(?!\\s+(?:of\\s+the\\s+(?:match|game)|with|after|when))',
    ),
    relative: true,
    read: ([, nth, what, which], scope) => quarter(nth ?? '', what ?? '', which, scope),
  },
  {
    form: re('\\bQ([1-4])\\s+((?:19|20)\\d{2})\\b'),
    read: ([, nth, yearWord]) => `${yearWord}-${32 + Number(nth)}`,
  },
  // Explicit days, months and years.
  {
    form: re(
      `\\b(?:(on|by|until|since|before)\\s+)?(?:${dayWord},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${monthWord}(?:,?\\s+((?:19|20)\\d{2}))?\\b`,
    ),
    read: ([, way, , day, month, yearWord], scope) => bound(way, explicitDay(day, month, yearWord, scope)),
  },
  {
    form: re(
      `\\b(?:(on|by|until|since|before)\\s+)?(?:${dayWord},?\\s+)?${monthWord}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|\\.\\d|,\\d{3})(?:,?\\s+((?:19|20)\\d{2}))?\\b`,
    ),
    read: ([, way, , month, day, yearWord], scope) => bound(way, explicitDay(day, month, yearWord, scope)),
  },
  {
    form: /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/g,
    read: ([, y, m, d]) => `${y}-${m}-${d}`,
  },
  {
    form: re(
      `\\b(?:(by|until|since|before|in)\\s+)?(early|mid|late)(?:-|\\s+)(?:in\\s+)?${monthWord}(?:\\s+((?:19|20)\\d{2}))?\\b`,
    ),
    read: ([, , part, month, yearWord], scope) => partOfMonth(part, month, yearWord, scope),
  },
  {
    form: re(`\\b(?:in\\s+|since\\s+|by\\s+)?(early|mid|late)(?:-|\\s+)(?:in\\s+)?((?:19|20)\\d{2})\\b`),
    read: ([, part, yearWord]) => thirdOfYear(part ?? '', Number(yearWord)),
  },
  {
    form: re(`\\b(?:(?:between|from)\\s+)((?:19|20)\\d{2})\\s+(?:and|to|until)\\s+((?:19|20)\\d{2})\\b`),
    read: ([, from, to]) => `${from}/${to}`,
  },
  {
    form: re(
      `\\b(?:(?:between|from)\\s+)${monthWord}\\s+(?:and|to|until)\\s+${monthWord}(?:\\s+((?:19|20)\\d{2}))?\\b`,
    ),
    read: ([, from, to, yearWord], scope) => {
      const a = monthOf(from, yearWord, scope)
      const b = monthOf(to, yearWord, scope)
      return a && b && a < b ? `${a}/${b}` : null
    },
  },
  {
    form: re(
      `\\b(?:(in|by|until|till|since|before|during|from|last|next|this)\\s+)?${monthWord}\\s+((?:19|20)\\d{2})\\b`,
    ),
    read: ([, way, month, yearWord], scope) => bound(way, monthOf(month, yearWord, scope)),
  },
  {
    form: re(
      `\\b(in|by|until|till|since|before|during|from|last|next|this|of|for|to|late|through)\\s+${monthWord}\\b(?!\\s+\\d)`,
    ),
    relative: true,
    read: ([, way, month], scope) => {
      if (/^(?:Mar|May|Jan|Jun|Dec|Sep|Oct|Nov|Feb|Apr|Aug|Jul)\.?$/.test(month ?? '') && month !== 'May') return null
      const forward =
        way === 'by' || way === 'until' || way === 'till' || way === 'next'
          ? true
          : way === 'since' || way === 'last'
            ? false
            : undefined
      return bound(way, monthOf(month, undefined, scope, forward))
    },
  },
  {
    form: re('\\b(?:in\\s+|of\\s+|since\\s+)?the\\s+(?:early\\s+|late\\s+|mid-)?((?:1[5-9]|20)\\d)0s\\b'),
    read: ([, decade]) => `${decade}X`,
  },
  {
    form: re(
      `\\b(in|by|until|till|since|before|during|from|of|for|the|late|early|to)\\s+((?:1[5-9]|20)\\d{2})\\b(?![\\d,.]\\d|[-–]\\d|\\s*(?:%|km|metres|meters|kilometres|people|jobs|homes|workers|miles|years|pages|euros|dollars|pounds))`,
    ),
    read: ([, way, yearWord], { hit, text }) =>
      /^\s+(?:\p{Ll}+s)\b/u.test(text.slice(hit.end)) &&
      way !== 'in' &&
      way !== 'since' &&
      way !== 'by' &&
      way !== 'until'
        ? null
        : bound(way, yearWord ?? null),
  },
  // The early stages of something.
  {
    form: re(
      "\\b(?:the\\s+)?(early|opening|first|final|closing)\\s+(stages|days|weeks|months|phase)\\s+of\\s+(?:\\p{L}+[’']s?\\s+|the\\s+)?((?:[\\p{L}-]+\\s+){0,2}?(?:invasion|war|pandemic|crisis|campaign|conflict|occupation|siege|uprising|revolution|strike|boom))\\b",
      'giu',
    ),
    read: ([, part, , thing], { things }) => {
      if (/final|closing/i.test(part ?? '')) return null
      const noun = (thing ?? '').split(/\s+/).at(-1)?.toLowerCase() ?? ''
      const known = things.find(({ word }) => word === noun)
      return known ? `${known.year}~` : null
    },
  },
  // Days near the anchor.
  {
    form: re(`\\b(?:overnight|in\\s+the\\s+night)(?:\\s+(?:in)?to)?\\s+${dayWord}\\b`),
    relative: true,
    read: ([, name], scope) => {
      const day = weekday(name, scope, false)
      return span(addDays(day, -1), day)
    },
  },
  {
    form: re('\\bovernight\\b'),
    relative: true,
    read: (_, { anchor, future }) => (future() ? span(anchor, addDays(anchor, 1)) : span(addDays(anchor, -1), anchor)),
  },
  {
    form: re(
      '\\b(?:(?:earlier|later|late|early)\\s+)?(?:on\\s+)?(today|yesterday|tomorrow|tonight|last\\s+night|this\\s+(?:morning|afternoon|evening|lunchtime))(?:\\s+(?:morning|afternoon|evening|night))?\\b',
    ),
    relative: true,
    read: ([, word], { anchor, text, hit }) => {
      const low = (word ?? '').toLowerCase()
      if (/^(?:['’]s\s+(?:world|society|young|standards))/.test(text.slice(hit.end))) return null
      if (low === 'yesterday' || low.startsWith('last')) return iso(addDays(anchor, -1))
      return iso(low === 'tomorrow' ? addDays(anchor, 1) : anchor)
    },
  },
  {
    form: re('\\b(?:the\\s+day\\s+before\\s+yesterday|the\\s+day\\s+after\\s+tomorrow)\\b'),
    relative: true,
    read: (_, { anchor, hit }) => iso(addDays(anchor, /yesterday/i.test(hit.words) ? -2 : 2)),
  },
  {
    form: re('\\b(?:the\\s+)?(next|following|previous)\\s+(?:day|morning|evening|night)\\b'),
    read: ([, which], { last }) => (last ? iso(addDays(last, which === 'previous' ? -1 : 1)) : null),
  },
  {
    form: re(`\\b(?:(?:on|for|by|until)\\s+)?${dayWord}\\s+(?:of\\s+)?(next|last|this)\\s+week\\b`),
    relative: true,
    read: ([, name, which], { anchor }) => {
      const monday = addDays(startOfISOWeek(anchor), which === 'next' ? 7 : which === 'last' ? -7 : 0)
      return iso(addDays(monday, (weekdays.indexOf((name ?? '').toLowerCase()) + 6) % 7))
    },
  },
  {
    form: re(`\\ba\\s+week\\s+on\\s+${dayWord}\\b|\\b${dayWord}\\s+week\\b`),
    relative: true,
    read: ([, a, b], scope) => iso(addDays(weekday(a ?? b, scope, true), 7)),
  },
  {
    form: re(`\\b(?:between|from)\\s+${dayWord}\\s+(?:and|to|until)\\s+${dayWord}\\b`),
    relative: true,
    read: ([, from, to], scope) => {
      const forward = scope.future()
      const a = weekday(from, scope, forward)
      let b = weekday(to, scope, forward)
      if (b < a) b = addDays(b, 7)
      return !forward && b > scope.published ? span(addDays(a, -7), addDays(b, -7)) : span(a, b)
    },
  },
  {
    form: re(
      `\\b(?:(?:earlier|later|late|early)\\s+)?(?:(on|by|until|till|since|before|from|after|for)\\s+)?(?:(last|next|this|this coming|this past)\\s+)?(?:the\\s+)?${dayWord}(?:['’]s)?${partOfDay}(?!s\\b)`,
    ),
    relative: true,
    read: ([, way, which, name], scope) => {
      const { text, hit, anchor } = scope
      const before = text.slice(0, hit.start)
      const after = text.slice(hit.end)
      if (
        /\b(?:every|each|most|one|a|Easter|Good|Black|Bloody|Super|Whit|Ash|Palm|Cyber|Shrove|any)\s+$/i.test(before) &&
        !/^(?:on|by|last|next)/i.test(hit.words)
      )
        return null
      if (
        /^s\b/.test(after) ||
        /^\s+(?:Times|Telegraph|Mirror|Mail|Herald|Express|Post|Star|League|Club|Night Live|People)\b/.test(after)
      )
        return null
      if (which === 'last' || which === 'this past')
        return iso(weekday(name, { ...scope, anchor: addDays(anchor, -1) }, false))
      if (which === 'next') {
        const monday = addDays(startOfISOWeek(anchor), 7)
        return iso(addDays(monday, (weekdays.indexOf((name ?? '').toLowerCase()) + 6) % 7))
      }
      if (which) return iso(weekday(name, scope, which === 'this coming' || scope.future() || !isPastVerbNear(before)))
      const forward =
        way === 'by' || way === 'until' || way === 'till'
          ? way === 'by'
            ? scope.future() || !isPastVerbNear(before)
            : scope.future()
          : way === 'since'
            ? false
            : scope.future()
      const day = weekday(name, forward ? { ...scope, anchor: sameDayForward(scope) } : scope, forward)
      return bound(way, iso(day))
    },
  },
]

function re(source: string, flags = 'gi'): RegExp {
  return new RegExp(source, flags)
}

function findHits(text: string): Hit[] {
  const hits: Hit[] = []
  for (const rule of rules) {
    for (const match of text.matchAll(rule.form)) {
      // A day or a month is written with a capital.
      if (
        new RegExp(`\\b(?:${months.join('|')})\\b`).test(match[0]) ||
        new RegExp(`\\b(?:${weekdays.join('|')})\\b`).test(match[0])
      )
        continue
      const groups = [...match]
      hits.push({
        start: match.index,
        end: match.index + match[0].length,
        words: match[0],
        groups,
        relative: rule.relative ?? false,
        read: (scope) => rule.read(groups, scope),
      })
    }
  }
  // The longest reading of a place wins, then the first in the text.
  return hits
    .filter(
      (hit) =>
        !hits.some(
          (other) =>
            other !== hit &&
            other.start <= hit.start &&
            other.end >= hit.end &&
            other.end - other.start > hit.end - hit.start,
        ),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

const day = (date: UTCDate): string => format(date, 'yyyy-MM-dd')
const iso = (date: Date): string => day(date as UTCDate)
const year = (date: Date): number => Number(format(date, 'yyyy'))

function toDay(text: string): UTCDate {
  return new UTCDate(`${text}T00:00:00Z`)
}

function span(from: Date, to: Date): string {
  const a = iso(from)
  const b = iso(to)
  return a === b ? a : `${a}/${b}`
}

const numbers: { [word: string]: number } = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  'a hundred': 100,
  'a couple of': 2,
}

function count(word: string | undefined): number {
  const low = (word ?? '').toLowerCase()
  return numbers[low] ?? Number(low)
}

function shift(from: UTCDate, n: number, what: string | undefined): UTCDate {
  const low = what ?? ''
  if (/^hour/.test(low)) return addDays(from, n < 0 ? Math.floor(n / 24) : Math.ceil(n / 24)) as UTCDate
  if (/^day/.test(low)) return addDays(from, n) as UTCDate
  if (/^week/.test(low)) return addDays(from, 7 * n) as UTCDate
  if (/^fortnight/.test(low)) return addDays(from, 14 * n) as UTCDate
  if (/^month/.test(low)) return addMonths(from, n) as UTCDate
  return addYears(from, /^decade/.test(low) ? 10 * n : n) as UTCDate
}

function ago(from: UTCDate, n: number, what: string): string | null {
  if (/^hour/.test(what)) return n <= 12 ? iso(from) : span(shift(from, -n, what), from)
  const date = shift(from, -n, what)
  if (/^day/.test(what)) return iso(date)
  if (/^week|^fortnight/.test(what)) return `${iso(date)}~`
  if (/^month/.test(what)) return format(date, 'yyyy-MM')
  if (/^decade/.test(what)) return `${year(date)}~`
  return n > 10 && n % 10 === 0 ? `${year(date)}~` : String(year(date))
}

function ahead(from: UTCDate, n: number, what: string): string | null {
  const date = shift(from, n, what)
  if (/^hour|^day/.test(what)) return iso(date)
  if (/^week|^fortnight/.test(what)) return `${iso(date)}~`
  if (/^month/.test(what)) return format(date, 'yyyy-MM')
  return String(year(date))
}

function bound(way: string | undefined, edtf: string | null): string | null {
  if (!edtf) return null
  const low = (way ?? '').toLowerCase()
  if (/^(?:by|until|till|before)$/.test(low)) return `../${edtf}`
  return low === 'since' ? `${edtf}/..` : edtf
}

function weekday(name: string | undefined, { anchor }: { anchor: UTCDate }, forward: boolean): UTCDate {
  const wanted = weekdays.indexOf((name ?? '').toLowerCase())
  const today = getDay(anchor)
  const days = forward ? (wanted - today + 7) % 7 : -((today - wanted + 7) % 7)
  return addDays(anchor, days) as UTCDate
}

/** A future weekday of the anchor's own name is a week away only when the text says so; it is the day itself. */
function sameDayForward({ anchor }: Scope): UTCDate {
  return anchor
}

function monthNumber(word: string | undefined): number {
  const low = (word ?? '').toLowerCase().slice(0, 3)
  return months.findIndex((month) => month.startsWith(low))
}

function monthOf(
  word: string | undefined,
  yearWord: string | undefined,
  scope: Scope,
  forward?: boolean,
): string | null {
  const month = monthNumber(word)
  if (month < 0) return null
  const mm = String(month + 1).padStart(2, '0')
  if (yearWord) return `${yearWord}-${mm}`
  const now = Number(format(scope.anchor, 'M')) - 1
  const ahead = forward ?? scope.future()
  const y = year(scope.anchor)
  if (ahead) return `${month >= now ? y : y + 1}-${mm}`
  return `${month <= now ? y : y - 1}-${mm}`
}

function explicitDay(
  dayText: string | undefined,
  month: string | undefined,
  yearWord: string | undefined,
  scope: Scope,
): string | null {
  const d = Number(dayText)
  const m = monthNumber(month)
  if (m < 0 || d < 1 || d > 31) return null
  const make = (y: number): string | null => {
    const text = `${y}-${String(m + 1).padStart(2, '0')}-${String(d).padStart(2, '0')}`
    const date = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
  }
  if (yearWord) return make(Number(yearWord))
  const y = year(scope.published)
  const here = make(y)
  if (!here) return null
  const now = iso(scope.published)
  if (here === now) return here
  if (scope.future()) return here > now ? here : make(y + 1)
  return here < now ? here : make(y - 1)
}

function partOfMonth(
  part: string | undefined,
  month: string | undefined,
  yearWord: string | undefined,
  scope: Scope,
): string | null {
  const at = monthOf(month, yearWord, scope)
  if (!at) return null
  switch ((part ?? '').toLowerCase()) {
    case 'early':
      return `${at}-01/${at}-10`
    case 'mid':
      return `${at}-11/${at}-20`
    default:
      return `${at}-21/${iso(endOfMonth(toDay(`${at}-01`)))}`
  }
}

function thirdOfYear(part: string, y: number): string {
  const low = part.toLowerCase()
  return low === 'early' ? `${y}-01/${y}-04` : low === 'mid' ? `${y}-05/${y}-08` : `${y}-09/${y}-12`
}

function period(which: string, what: string, anchor: UTCDate): string {
  const step = which.toLowerCase() === 'last' ? -1 : which.toLowerCase() === 'next' ? 1 : 0
  switch (what.toLowerCase()) {
    case 'week': {
      const monday = addDays(startOfISOWeek(anchor), 7 * step)
      return span(monday, addDays(monday, 6))
    }
    case 'month':
      return format(addMonths(anchor, step), 'yyyy-MM')
    case 'year':
      return String(year(anchor) + step)
    case 'decade':
      return `${Math.floor(year(anchor) / 10) + step}X`
    default:
      return `${Math.floor(year(anchor) / 100) + step}XX`
  }
}

function partOfPeriod(part: string, which: string, what: string, scope: Scope): string | null {
  const { anchor } = scope
  const early = /^earl/i.test(part)
  const step = which.toLowerCase()
  if (what === 'week') {
    const monday = addDays(startOfISOWeek(anchor), step === 'last' ? -7 : step === 'next' ? 7 : 0)
    if (step !== 'this') return early ? span(monday, addDays(monday, 2)) : span(addDays(monday, 4), addDays(monday, 6))
    if (early) return getDay(anchor) === 1 ? iso(monday) : span(monday, addDays(anchor, -1))
    return getDay(anchor) === 0 ? iso(anchor) : span(addDays(anchor, 1), addDays(monday, 6))
  }
  if (what === 'month') {
    const first = toDay(`${format(addMonths(anchor, step === 'last' ? -1 : step === 'next' ? 1 : 0), 'yyyy-MM')}-01`)
    const at = format(first, 'yyyy-MM')
    if (step !== 'this') return early ? `${at}-01/${at}-10` : `${at}-21/${iso(endOfMonth(first))}`
    if (early) return iso(first) === iso(anchor) ? iso(first) : span(first, addDays(anchor, -1))
    return span(addDays(anchor, 1), endOfMonth(first))
  }
  const y = year(anchor) + (step === 'last' ? -1 : step === 'next' ? 1 : 0)
  if (step !== 'this')
    return thirdOfYear(
      part
        .replace(/er$/, '')
        .replace(/^lat$/, 'late')
        .replace(/^earli$/, 'early'),
      y,
    )
  return early ? `${y}-01/${format(anchor, 'yyyy-MM')}` : `${format(anchor, 'yyyy-MM')}/${y}-12`
}

function endOfPeriod(
  way: string | undefined,
  part: string,
  which: string | undefined,
  what: string,
  yearWord: string | undefined,
  scope: Scope,
): string | null {
  const { anchor } = scope
  const deadline = /^(?:by|before|until)$/i.test(way ?? '')
  const step = which === 'next' ? 1 : which === 'last' ? -1 : 0
  const low = what.toLowerCase()
  if (/^since$/i.test(way ?? '')) {
    if (!/^(?:start|beginning)$/.test(part)) return null
    const first =
      low === 'week'
        ? iso(addDays(startOfISOWeek(anchor), 7 * step))
        : low === 'month'
          ? format(addMonths(anchor, step), 'yyyy-MM')
          : months.includes(low)
            ? monthOf(what, yearWord, scope, false)
            : low === 'year'
              ? String(year(anchor) + step)
              : /^\d{4}$/.test(low)
                ? low
                : null
    return first && `${first}/..`
  }
  if (low === 'week') {
    const monday = addDays(startOfISOWeek(anchor), 7 * step)
    return deadline
      ? `../${iso(addDays(monday, 6))}`
      : part === 'end'
        ? span(addDays(monday, 4), addDays(monday, 6))
        : span(monday, addDays(monday, 1))
  }
  if (low === 'decade') return deadline ? `../${Math.floor(year(anchor) / 10)}9` : null
  const months3 = months.includes(low)
  if (low === 'month' || months3) {
    const at = months3
      ? monthOf(what, yearWord, scope, deadline ? true : undefined)
      : format(addMonths(anchor, step), 'yyyy-MM')
    if (!at) return null
    if (deadline) return part === 'end' ? `../${at}` : `../${at}-10`
    return part === 'end'
      ? `${at}-21/${iso(endOfMonth(toDay(`${at}-01`)))}`
      : part === 'middle'
        ? `${at}-11/${at}-20`
        : `${at}-01/${at}-10`
  }
  const y = low === 'year' ? year(anchor) + step : Number(low)
  if (deadline) return part === 'end' ? `../${y}` : `../${y}-04`
  return thirdOfYear(part === 'end' ? 'late' : part === 'middle' ? 'mid' : 'early', y)
}

const seasonCodes: { [name: string]: number } = { spring: 21, summer: 22, autumn: 23, winter: 24 }

function seasonCode(name: string | undefined): number {
  return seasonCodes[(name ?? '').toLowerCase()] ?? 21
}

function seasonOf(which: string, season: string, anchor: UTCDate): string {
  const code = seasonCode(season)
  const y = year(anchor)
  const month = Number(format(anchor, 'M'))
  const first = { 21: 3, 22: 6, 23: 9, 24: 12 }[code] ?? 3
  if (which === 'this') return `${y}-${code}`
  if (which === 'last') return `${first + 2 < month ? y : y - 1}-${code}`
  return `${first > month ? y : y + 1}-${code}`
}

function quarter(nth: string, what: string, which: string | undefined, scope: Scope): string | null {
  const order: { [word: string]: number } = {
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    last: what === 'half' ? 2 : 4,
    final: what === 'half' ? 2 : 4,
  }
  const n = order[nth.toLowerCase()] ?? 1
  if (what === 'half' && (n > 2 || !which)) return null
  const now = scope.anchor
  let y = year(now)
  if (which && /^\d{4}$/.test(which)) y = Number(which)
  else if (which === 'last year') y--
  else if (which === 'next year') y++
  else if (!which && /^last/i.test(nth)) return null
  else if (!which) {
    const current = Math.ceil(Number(format(now, 'M')) / 3)
    if (!scope.future() && n > current) y--
    else if (scope.future() && n < current) y++
    else if (!scope.future() && n === current && current === 4 && Number(format(now, 'M')) === 10) y--
  }
  return `${y}-${(what === 'half' ? 39 : 32) + n}`
}

const futureCue =
  /(?:\b(?:will|shall|won['’]t|wouldn['’]t|would|going to|gonna|due|set to|set for|scheduled|slated|expected|expects?|plans?|planned|planning|hopes?|hoping|aims?|intends?|to be|is to|are to|must|can|could|should|may|might|ready to|promised?|promises|vowed|pledged|starts|begins?|opens?|closes?|comes out|come out|goes on|kicks off|arrives|takes place|face|faces|meets?|returns?|resumes?|resume|ends|expires?|takes? (?:effect|over|office)|comes? into (?:force|effect)|go(?:es)? (?:on sale|live|on show)|airs|premieres|reopens?|shuts?|launch(?:es)?|upcoming|forthcoming|looming|deadline|in time for|wants?|ordered|agreed to|invited|urged|available|earliest|unlikely|likely|run(?:s)? until|remains? (?:closed|open)|until|continues|plays?|hosts?|travel(?:s)? to|head(?:s)? to|votes?|is held|are held|begin|start|end)\b|['’]ll\b)/gi
const pastCue =
  /\b(?:was|were|had|has|have|did|said|told|took|began|won|lost|met|came|went|fell|rose|broke|found|made|saw|sent|left|held|struck|hit|gave|got|led|kept|spoke|wrote|read|stood|sat|ran|flew|drove|fought|brought|bought|caught|taught|thought|felt|built|burnt|cut|put|set off|shut|spent|swept|tore|threw|understood|woke|wore|withdrew|paid|sold|hurt|drew|grew|knew|overcame|beat|died|shot|became|happened|after|since|\p{L}{2,}ed)\b/giu
/** Cues that are nouns as often. */
const nounCue =
  /^(?:votes?|plays?|face|faces|meets?|ends?|end|start|starts?|begin|opens?|plans?|hopes?|aims?|returns?|promises?|launch(?:es)?|run|deadline|hosts?|might|can|will|must|may)$/i
const neutralEd =
  /^(?:expected|scheduled|planned|slated|needed|wounded|united|red|bed|hundred|indeed|promised|vowed|pledged|ordered|invited|urged|closed|called|named|titled|entitled|dubbed|based|used|aged|so-called|related|interested|limited|detailed|proposed)$/i

/** Whether the nearest verb speaks of what is to come. */
function isFuture(
  text: string,
  hit: { start: number; end: number },
  sentence: Sentence | undefined,
  quoted: boolean,
  spans: readonly Span[],
  block: number,
): boolean {
  let from = sentence?.start ?? 0
  let to = sentence?.end ?? text.length
  if (quoted) {
    const part = spans
      .flatMap((span) => span.parts)
      .find((one) => one.block === block && one.start <= hit.start && hit.end <= one.end)
    from = part?.innerStart ?? from
    to = part?.innerEnd ?? to
    const stop = text.slice(from, hit.start).search(/[.?!]\s+(?=\p{Lu}[^.?!]*$)/u)
    if (stop >= 0) from += stop + 1
    const end = text.slice(hit.end, to).search(/[.?!]\s/)
    if (end >= 0) to = hit.end + end
  }
  let before = text.slice(from, hit.start)
  let after = text.slice(hit.end, to)
  if (!quoted) {
    before = before.replace(/["“„«][^"”“»]*["”“»]/g, ' ')
    after = after.replace(/["“„«][^"”“»]*["”“»]/g, ' ')
  }
  const left = lastCue(before)
  if (left) return left.future
  const right = firstCue(after)
  return right?.future ?? false
}

function isPastVerbNear(before: string): boolean {
  const cue = lastCue(before.slice(-60))
  return cue !== null && !cue.future
}

function cues(text: string): { at: number; future: boolean }[] {
  const all = [...text.matchAll(futureCue)]
    .filter(
      (match) =>
        !(
          nounCue.test(match[0]) &&
          /\b(?:the|a|an|of|this|that|his|her|its|their|our|no|and|in|for|'s|’s|first|last|final|next|failed|botched|new|\p{L}{3,}(?:ous|ful|al|ive))\s+$/iu.test(
            text.slice(0, match.index),
          )
        ),
    )
    .map((match) => ({ at: match.index, future: true, length: match[0].length }))
  for (const match of text.matchAll(pastCue)) {
    if (neutralEd.test(match[0])) continue
    if (all.some((cue) => cue.future && match.index >= cue.at && match.index < cue.at + cue.length)) continue
    // `would have`, `is due to be published`, `will be lifted`: the helping verb decides.
    if (
      /(?:\b(?:will|would|could|should|may|might|must|can|to|shall|won['’]t)\s+(?:\w+ly\s+|not\s+|also\s+)?(?:be\s+|have\s+)?(?:\w+ly\s+)?|['’]ll\s+(?:be\s+|have\s+)?)$/i.test(
        text.slice(0, match.index),
      )
    )
      continue
    all.push({ at: match.index, future: false, length: match[0].length })
  }
  // `had planned to`, `was due to`, `opened`: a past helper before a future cue makes it past only where nothing follows.
  return all.sort((a, b) => a.at - b.at)
}

function lastCue(text: string): { at: number; future: boolean } | null {
  return cues(text).at(-1) ?? null
}

function firstCue(text: string): { at: number; future: boolean } | null {
  return cues(text)[0] ?? null
}

/** The day the words were said, when their sentence gives it: `said on Monday that … tomorrow`, `“… tomorrow,” she said on Monday`. */
function saidDay(
  text: string,
  hit: { start: number; end: number; words: string },
  earlier: readonly FoundDate[],
  sentence: Sentence | undefined,
  quoted: boolean,
): UTCDate | null {
  if (!sentence) return null
  if (
    !/\b(?:today|tomorrow|yesterday|tonight|within|in|next|last|coming|past|ago|week|month|overnight)\b/i.test(
      hit.words,
    ) ||
    new RegExp(dayWord, 'i').test(hit.words)
  )
    return null
  const saying = /\b(?:said|told|announced|added|warned|wrote|promised|insisted|pledged|confirmed|declared)\b/
  const isSaid = ({ edtf, start, end }: FoundDate) =>
    /^\d{4}-\d{2}-\d{2}$/.test(edtf) &&
    (saying.test(text.slice(Math.max(0, start - 30), start)) || saying.test(text.slice(end, end + 20)))
  const within = (date: FoundDate) => date.start >= sentence.start && date.end <= sentence.end
  const said = quoted
    ? (earlier.find((date) => within(date) && isSaid(date)) ??
      earlier.findLast((date) => date.end <= hit.start && isSaid(date)))
    : earlier.find((date) => within(date) && date.end <= hit.start && isSaid(date))
  if (said) return toDay(said.edtf)
  return null
}

/** Things the text itself dates: `the invasion in 2022`. */
function thingsIn(blocks: readonly string[]): DatedThing[] {
  const things: DatedThing[] = []
  for (const text of blocks) {
    for (const match of text.matchAll(
      /\b(invasion|war|pandemic|crisis|campaign|conflict|occupation|siege|uprising|revolution|strike|boom)\s+(?:that\s+)?(?:began\s+|started\s+|broke\s+out\s+)?(?:in|of)\s+(?:\p{L}+\s+)?((?:19|20)\d{2})\b/giu,
    )) {
      things.push({ word: (match[1] ?? '').toLowerCase(), year: Number(match[2]) })
    }
  }
  return things
}
