/** Words that tell a date, as EDTF, counted from publication or from when the words were said. Never forward after a past verb. */
import type { UTCDate } from '@date-fns/utc/date'
import { addDays } from 'date-fns/addDays'
import { getDay } from 'date-fns/getDay'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import type { Span } from '../markdown/quotation-marks.ts'
import type { Language } from './languages/language.ts'
import { months, weekdays } from './page/calendar.ts'
import {
  ago,
  ahead,
  betweenDays,
  bound,
  count,
  type DatedThing,
  endOfPeriod,
  explicitDay,
  type FoundDate,
  type Hit,
  iso,
  monthOf,
  partOfMonth,
  partOfPeriod,
  period,
  quarter,
  type Scope,
  seasonCode,
  seasonOf,
  shift,
  span,
  thirdOfYear,
  toDay,
  weekday,
  year,
} from './periods.ts'
import { findPlainDates } from './plain-dates.ts'
import { isFuture, isPastVerbNear } from './tense.ts'
import type { Sentence } from './who/text.ts'

export interface DateContext {
  blocks: readonly string[]
  /** Its own day of each block, as an entry of a live report has one. */
  days?: readonly (string | null)[]
  spans: readonly Span[]
  sentences: readonly Sentence[]
  language: Language
  without?: ReadonlySet<string>
  /** Day of publication, `2025-08-21`. */
  published: string
  things?: readonly DatedThing[]
}

/** Finds the dates of a text, in order. */
export function findDates(context: DateContext): FoundDate[] {
  const { language } = context
  if (language.code !== 'en')
    return findPlainDates(
      context.blocks,
      context.blocks.map((_, block) => context.days?.[block] ?? context.published),
      language,
    )
  const found: FoundDate[] = []
  const pageDay = toDay(context.published)
  const things = [...(context.things ?? []), ...thingsIn(context.blocks)]
  let last: UTCDate | null = null
  for (const [block, text] of context.blocks.entries()) {
    const inBlock: FoundDate[] = []
    // An entry of a live report counts from its own day.
    const own = context.days?.[block]
    const published = own ? toDay(own) : pageDay
    const isQuoted = (hit: Hit) =>
      context.spans.some((span) =>
        span.parts.some((part) => part.block === block && part.start <= hit.start && hit.end <= part.end),
      )
    // What stands outside quotation marks first: it may say when the words inside were said.
    const hits = findHits(text, context.without)
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
        future: () => isFuture(text, hit, sentence, quoted, context.spans, block) === true,
        untold: () => isFuture(text, hit, sentence, quoted, context.spans, block) === null,
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

/** Words before a date that is still to come. */
const aheadOf =
  /\b(?:ahead\s+of|in\s+time\s+for|until|till|before|prior\s+to|for|next)\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?$/i
/** `The chain reports earnings Friday.` */
const presentVerb = /\b\p{Ll}{2,}(?:[^s]s|es)\s+(?:(?!\b(?:was|were|had|has|said|says|told)\b)[\p{L}’'-]+\s+){0,4}$/u

interface DateRule {
  name: string
  /** A text of 21 August 2025, and what the rule makes of the last date in it. */
  example: [text: string, edtf: string]
  form: RegExp
  relative?: boolean
  read: (groups: (string | undefined)[], scope: Scope) => string | null
}

const monthWord =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)'

const dayWord = '(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)'

export const number =
  '(\\d{1,3}|a couple of|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|a hundred)'

const unit = '(hours?|days?|weeks?|fortnights?|months?|years?|decades?)'

const partOfDay = '(?:\\s+(?:morning|afternoon|evening|night|lunchtime|midday))?'

export const dateRules: readonly DateRule[] = [
  // Phrases with an end or a beginning.
  {
    name: 'within-two-numbers',
    example: ['It will be clear within seven to 10 days.', '2025-08-28/2025-08-31'],
    form: re(`\\bwithin\\s+${number}(?:\\s+(?:to|or)\\s+|[-–])${number}\\s+${unit}`),
    relative: true,
    read: ([, from, to, what], { anchor }) => span(shift(anchor, count(from), what), shift(anchor, count(to), what)),
  },
  {
    name: 'within',
    example: ['It will open within ten days.', '2025-08-21/2025-08-31'],
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
    name: 'past-so-many',
    example: ['It shrank over the past two years.', '2023-08-21/2025-08-21'],
    form: re(`\\b(?:in|over|during|for)\\s+the\\s+(?:past|last|previous)\\s+${number}\\s+${unit}`),
    relative: true,
    read: ([, n, what], { anchor }) => span(shift(anchor, -count(n), what), anchor),
  },
  {
    name: 'ago',
    example: ['They talked three days ago.', '2025-08-18'],
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
    name: 'in-so-many',
    example: ['It will open in three days.', '2025-08-24'],
    form: re(`\\bin\\s+(?:about\\s+|just\\s+)?${number}\\s+${unit}(?:['’]s?\\s+time)?\\b(?!\\s+(?:of|to))`),
    relative: true,
    read: ([, n, what], { anchor, future, hit }) =>
      future() || /time$/.test(hit.words) ? ahead(anchor, count(n), what ?? '') : null,
  },
  // Parts of the week, the month and the year.
  {
    name: 'part-of-period',
    example: ['They met earlier this week.', '2025-08-18/2025-08-20'],
    form: re('\\b(earlier|later|early|late)\\s+(this|last|next)\\s+(week|month|year)\\b'),
    relative: true,
    read: ([, part, which, what], scope) => partOfPeriod(part ?? '', which ?? '', what ?? '', scope),
  },
  {
    name: 'end-of-period',
    example: ['It will open by the end of the year.', '../2025'],
    form: re(
      '\\b(?:(by|before|until|since|at|towards?)\\s+)?the\\s+(end|start|beginning|middle)\\s+of\\s+(?:(this|the|next|last)\\s+)?(week|month|year|decade|\\d{4}|January|February|March|April|May|June|July|August|September|October|November|December)(?:\\s+(\\d{4}))?\\b',
    ),
    relative: true,
    read: ([, way, part, which, what, year], scope) => endOfPeriod(way, part ?? '', which, what ?? '', year, scope),
  },
  {
    name: 'weekend',
    example: ['It was over the weekend.', '2025-08-16/2025-08-17'],
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
    name: 'period',
    example: ['They will meet next week.', '2025-08-25/2025-08-31'],
    form: re('\\b(this|last|next)\\s+(week|month|year|decade|century)\\b'),
    relative: true,
    read: ([, which, what], { anchor }) => period(which ?? '', what ?? '', anchor),
  },
  {
    name: 'season-of-year',
    example: ['It was built in spring 2019.', '2019-21'],
    form: re(
      '\\b(?:in\\s+|of\\s+)?(this|last|next|the\\s+following|the|early|late)?\\s*(spring|summer|autumn|winter)(?:\\s+of)?\\s+((?:19|20)\\d{2})\\b',
    ),
    read: ([, , season, yearWord]) => `${yearWord}-${seasonCode(season)}`,
  },
  {
    name: 'season',
    example: ['It was cold last winter.', '2024-24'],
    form: re('\\b(this|last|next)\\s+(spring|summer|autumn|fall|winter)\\b'),
    relative: true,
    read: ([, which, season], { anchor }) => seasonOf(which ?? '', season ?? '', anchor),
  },
  {
    name: 'the-season',
    example: ['It will open in the spring.', '2026-21'],
    form: re('\\b(?:in|over|during)\\s+the\\s+(spring|summer|autumn|fall(?!\\s+(?:of|in|from)\\b)|winter)\\b'),
    relative: true,
    read: ([, season], { anchor, future }) => seasonOf(future() ? 'next' : 'last', season ?? '', anchor),
  },
  {
    name: 'quarter',
    example: ['It fell in the second quarter.', '2025-34'],
    form: re(
      '\\b(?:in\\s+|for\\s+)?(?:the\\s+)?(first|second|third|fourth|last|final)\\s+(quarter|half)(?:\\s+of\\s+(this year|last year|next year|the year|(?:19|20)\\d{2}))?\\b(?!\\s+(?:of\\s+the\\s+(?:match|game)|with|after|when))',
    ),
    relative: true,
    read: ([, nth, what, which], scope) => quarter(nth ?? '', what ?? '', which, scope),
  },
  // Explicit days, months and years.
  {
    name: 'days-of-month-us',
    example: ['It ran on May 6-7.', '2025-05-06/2025-05-07'],
    form: re(`\\b(?:on\\s+)?${monthWord}\\s+(\\d{1,2})\\s?[-–]\\s?(\\d{1,2})(?:,?\\s+((?:19|20)\\d{2}))?\\b`),
    read: ([, month, from, to, yearWord], scope) => betweenDays(from, to, month, yearWord, scope),
  },
  {
    name: 'day-month',
    example: ['It was opened on 3 March 2019.', '2019-03-03'],
    form: re(
      `\\b(?:(on|by|until|since|before|no\\s+later\\s+than)\\s+)?(?:${dayWord},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${monthWord}(?:,?\\s+((?:19|20)\\d{2}))?\\b`,
    ),
    read: ([, way, , day, month, yearWord], scope) => bound(way, explicitDay(day, month, yearWord, scope)),
  },
  {
    name: 'month-day',
    example: ['It opened on March 3.', '2025-03-03'],
    form: re(
      `\\b(?:(on|by|until|since|before|no\\s+later\\s+than)\\s+)?(?:${dayWord},?\\s+)?${monthWord}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|\\.\\d|,\\d{3})(?:,?\\s+((?:19|20)\\d{2}))?\\b`,
    ),
    read: ([, way, , month, day, yearWord], scope) => bound(way, explicitDay(day, month, yearWord, scope)),
  },
  {
    name: 'part-of-month',
    example: ['It rose in early July.', '2025-07-01/2025-07-10'],
    form: re(
      `\\b(?:(by|until|since|before|in)\\s+)?(early|mid|late)(?:-|\\s+)(?:in\\s+)?${monthWord}(?:\\s+((?:19|20)\\d{2}))?\\b`,
    ),
    read: ([, , part, month, yearWord], scope) => partOfMonth(part, month, yearWord, scope),
  },
  {
    name: 'part-of-year',
    example: ['It rose in late 2019.', '2019-09/2019-12'],
    form: re(`\\b(?:in\\s+|since\\s+|by\\s+)?(early|mid|late)(?:-|\\s+)(?:in\\s+)?((?:19|20)\\d{2})\\b`),
    read: ([, part, yearWord]) => thirdOfYear(part ?? '', Number(yearWord)),
  },
  {
    name: 'between-years',
    example: ['It lasted from 2011 to 2014.', '2011/2014'],
    form: re(`\\b(?:(?:between|from)\\s+)((?:19|20)\\d{2})\\s+(?:and|to|until)\\s+((?:19|20)\\d{2})\\b`),
    read: ([, from, to]) => `${from}/${to}`,
  },
  {
    name: 'month-year',
    example: ['It opened in March 2019.', '2019-03'],
    form: re(
      `\\b(?:(in|by|until|till|since|before|during|from|last|next|this)\\s+)?${monthWord}\\s+((?:19|20)\\d{2})\\b`,
    ),
    read: ([, way, month, yearWord], scope) => bound(way, monthOf(month, yearWord, scope)),
  },
  {
    name: 'month',
    example: ['It closed in May.', '2025-05'],
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
    name: 'since-last-month',
    example: ['It has been shut since last May.', '2025-05/..'],
    form: re(`\\b(since|by|until|till|before)\\s+(last|next|this)\\s+${monthWord}\\b(?!\\s+\\d)`),
    relative: true,
    read: ([, way, which, month], scope) => {
      const forward = /next/i.test(which ?? '')
      const at = monthOf(month, undefined, scope, forward)
      if (!at || !/last/i.test(which ?? '') || at !== iso(scope.anchor).slice(0, 7)) return bound(way, at)
      return bound(way, `${year(scope.anchor) - 1}${at.slice(4)}`)
    },
  },
  {
    name: 'decade',
    example: ['It was built in the 1930s.', '193X'],
    form: re('\\b(?:in\\s+|of\\s+|since\\s+)?the\\s+(?:early\\s+|late\\s+|mid-)?((?:1[5-9]|20)\\d)0s\\b'),
    read: ([, decade]) => `${decade}X`,
  },
  {
    name: 'year',
    example: ['He has lived there since 2011.', '2011/..'],
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
    name: 'stage',
    example: ['It was drafted in the early stages of the invasion. The invasion in 2022 went on.', '2022~'],
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
    name: 'overnight',
    example: ['It burned overnight.', '2025-08-20/2025-08-21'],
    form: re('\\bovernight\\b'),
    relative: true,
    read: (_, { anchor, future }) => (future() ? span(anchor, addDays(anchor, 1)) : span(addDays(anchor, -1), anchor)),
  },
  {
    name: 'today',
    example: ['It fell yesterday.', '2025-08-20'],
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
    name: 'next-day',
    example: ['It opened on 3 March 2019. The next day it fell.', '2019-03-04'],
    form: re('\\b(?:the\\s+)?(next|following|previous)\\s+(?:day|morning|evening|night)\\b'),
    read: ([, which], { last }) => (last ? iso(addDays(last, which === 'previous' ? -1 : 1)) : null),
  },
  {
    name: 'day-of-week',
    example: ['It opened on Monday last week.', '2025-08-11'],
    form: re(`\\b(?:(?:on|for|by|until)\\s+)?${dayWord}\\s+(?:of\\s+)?(next|last|this)\\s+week\\b`),
    relative: true,
    read: ([, name, which], { anchor }) => {
      const monday = addDays(startOfISOWeek(anchor), which === 'next' ? 7 : which === 'last' ? -7 : 0)
      return iso(addDays(monday, (weekdays.indexOf((name ?? '').toLowerCase()) + 6) % 7))
    },
  },
  {
    name: 'weekday',
    example: ['She will speak on Friday.', '2025-08-22'],
    form: re(
      `\\b(?:(?:earlier|later|late|early)\\s+)?(?:(on|by|until|till|since|before|from|after|for)\\s+)?(?:(last|next|this|this coming|this past)\\s+)?(?:the\\s+)?${dayWord}(?:['’]s)?${partOfDay}(?!s\\b)`,
    ),
    relative: true,
    read: ([, way, which, name], scope) => {
      const { text, hit, anchor } = scope
      const before = text.slice(0, hit.start)
      // `every Wednesday, Thursday and Friday`, `a week on Friday`
      if (/\ba\s+week\s+$/.test(before)) return null
      if (/\b(?:every|each)\s+(?:\p{L}+day(?:,\s+|\s+and\s+|,\s+and\s+))+$/u.test(before)) return null
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
      // `Monday’s drills` were, `ahead of Monday’s vote` is to come.
      const isOwner = /day['’]s/i.test(hit.words)
      const isAhead = isOwner
        ? aheadOf.test(before) || (forward && !/\p{L}ing\s+$/u.test(before))
        : forward || (!way && scope.untold() && presentVerb.test(before))
      return bound(way, iso(weekday(name, scope, isAhead)))
    },
  },
]

function re(source: string, flags = 'gi'): RegExp {
  return new RegExp(source, flags)
}

function findHits(text: string, without: ReadonlySet<string> = new Set()): Hit[] {
  const hits: Hit[] = []
  for (const rule of dateRules) {
    if (without.has(rule.name)) continue
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
