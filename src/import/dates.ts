/** Words that tell a date, as EDTF, counted from publication or from when the words were said. Never forward after a past verb. */
import type { UTCDate } from '@date-fns/utc/date'
import { addDays } from 'date-fns/addDays'
import { differenceInDays } from 'date-fns/differenceInDays'
import { getDay } from 'date-fns/getDay'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import { getOrMake } from '../lists.ts'
import type { Span } from '../markdown/quotation-marks.ts'
import { isDay, isEdtf } from '../schema/index.ts'
import type { Language } from './languages/language.ts'
import {
  bound,
  counted,
  iso,
  type Part,
  partOf,
  period,
  season,
  shift,
  sideOf,
  span,
  toDay,
  weekday,
  year,
} from './periods.ts'
import { isFuture, lastVerb } from './tense.ts'
import type { Range, Sentence } from './who/text.ts'

export interface FoundDate extends Range {
  words: string
  edtf: string
}

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
}

/** A place where the form of a rule fits. */
interface Hit {
  rule: DateRule
  start: number
  end: number
  words: string
  /** What its words stand for, in small letters but for days and months. */
  groups: { [name: string]: string | undefined }
}

/** What a rule for a date may look at. */
interface Scope extends Pick<Hit, 'groups' | 'words'> {
  /** The day it counts from. */
  anchor: UTCDate
  published: UTCDate
  /** The last whole day the text has given. */
  last: UTCDate | null
  before: string
  after: string
  language: Language
  /** Whether the nearest verb speaks of what is to come; null when none tells. */
  future: () => boolean | null
}

interface DateRule {
  name: string
  /** A text of 21 August 2025, and what the rule makes of the last date in it. */
  example: [text: string, edtf: string]
  /** A pattern in which capitals stand for what `partsOf` has; a space is any white space. */
  form: string
  read: (scope: Scope) => string | null
}

const small = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const numbers = new Map<string, number>([
  ...small.map((word, index): [string, number] => [word, index + 1]),
  ...Object.entries({ a: 1, an: 1, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 }),
])
const steps: { [which: string]: number } = { last: -1, next: 1 }
const stepOf = (which: string | undefined): number => steps[which ?? ''] ?? 0
const partNames: { [word: string]: Part } = { start: 'early', beginning: 'early', middle: 'mid', end: 'late' }

const count = (word = ''): number => numbers.get(word) ?? Number(word)

/** Every rule; those that name only days and months read every language. */
export const dateRules: readonly DateRule[] = [
  {
    name: 'within',
    example: ['It shrank over the past two years.', '2023-08-21/2025-08-21'],
    form: '(?:within(?: the)?|(?:in|over|(?:during|for)(?= the (?:past|last|prev))) the) (?:(?<which>next|coming|past|last|previous) )?NUMBER UNIT',
    read: ({ groups: { n, unit = '', which }, anchor, words, future }) => {
      if (which && !/next|coming/.test(which)) return span(shift(anchor, -count(n), unit), anchor)
      return which || (/^within/i.test(words) && future()) ? span(anchor, shift(anchor, count(n), unit)) : null
    },
  },
  {
    name: 'ago',
    example: ['They talked three days ago.', '2025-08-18'],
    form: 'NUMBER(?: and a half)? UNIT ago',
    read: ({ groups: { n, unit = '' }, anchor }) => counted(anchor, -count(n), unit),
  },
  {
    name: 'in-so-many',
    example: ['It will open in three days.', '2025-08-24'],
    form: "in (?:about |just )?NUMBER UNIT(?:['’]s? time)?(?! (?:of|to)\\b)",
    read: ({ groups: { n, unit = '' }, anchor, words, future }) =>
      future() || /time$/.test(words) ? counted(anchor, count(n), unit) : null,
  },
  {
    name: 'end-of-period',
    example: ['It will open by the end of the year.', '../2025'],
    form: '(?:BOUND |at |towards? )?the (?<part>end|start|beginning|middle) of (?:WHICH |the )?(?:(?<unit>week|month|year)|MONTH(?: YEAR)?|YEAR)',
    read: (scope) => {
      const { part = '', way, which, unit, month, year: given } = scope.groups
      const isDeadline = /^(?:by|before|until)$/.test(way ?? '')
      const whole = unit
        ? period(unit, stepOf(which), scope.anchor)
        : month
          ? monthOf(scope, isDeadline || (way === 'since' ? false : undefined))
          : (given ?? null)
      if (!whole) return null
      if (way === 'since') return partNames[part] === 'early' ? `${whole.split('/')[0]}/..` : null
      const stretch = partOf(whole, partNames[part] ?? 'late')
      const last = (part === 'end' ? whole : (stretch ?? whole)).split('/').at(-1)
      return isDeadline ? `../${last}` : stretch
    },
  },
  {
    name: 'weekend',
    example: ['It was over the weekend.', '2025-08-16/2025-08-17'],
    form: '(?:(?:on|over|at|during) )?(?<which>the|this|last|next|this past|this coming) weekend(?! of\\b)',
    read: ({ groups: { which = '' }, anchor, before, future }) => {
      if (/\b(?:before|after|every|until)\s+$/i.test(before)) return null
      const saturday = addDays(startOfISOWeek(anchor), 5)
      const isOn = which === 'this' || which.endsWith('coming') || [0, 6].includes(getDay(anchor))
      const isAhead = which !== 'last' && (isOn || (which === 'the' && future() === true))
      const from = which === 'next' ? addDays(saturday, 7) : isAhead ? saturday : addDays(saturday, -7)
      return span(from, addDays(from, 1))
    },
  },
  {
    name: 'period',
    example: ['They met earlier this week.', '2025-08-18/2025-08-20'],
    form: '(?:(?<part>earl|lat)(?:y|ier|er?) WHICH (?<unit>week|month|year)|WHICH (?<unit>week|month|year|decade|century))',
    read: ({ groups: { part, which, unit = '' }, anchor }) => {
      if (part && which === 'this') return sideOf(unit, part === 'earl', anchor)
      const whole = period(unit, stepOf(which), anchor)
      return part ? partOf(whole, part === 'earl' ? 'early' : 'late') : whole
    },
  },
  {
    name: 'season',
    example: ['It was cold last winter.', '2024-24'],
    form: '(?:(?<which>this|last|next|(?:in|over|during) the) )?(?<name>spring|summer|autumn|fall(?! (?:of|in|from)\\b)|winter)(?:(?: of)? YEAR)?',
    read: ({ groups: { which, name = '', year: given }, anchor, future }) => {
      if (!which && !given) return null
      return season(name, which && !which.includes(' ') ? which : future() ? 'next' : 'last', anchor, given)
    },
  },
  {
    name: 'quarter',
    example: ['It fell in the second quarter.', '2025-34'],
    form: '(?:in |for )?the (?<nth>first|second|third|fourth) quarter(?: of (?:(?<which>this|last|next|the) year|YEAR))?(?! of the (?:match|game)| with| after| when)',
    read: ({ groups: { nth = '', which, year: given }, anchor, future }) => {
      const n = ['first', 'second', 'third', 'fourth'].indexOf(nth) + 1
      const now = Math.ceil((anchor.getUTCMonth() + 1) / 3)
      const step = which ? stepOf(which) : future() ? Number(n < now) : -Number(n > now)
      return `${given ?? year(anchor) + step}-${32 + n}`
    },
  },
  {
    name: 'day',
    example: ['It was opened on 3 March 2019.', '2019-03-03'],
    form: '(?:BOUND )?(?:WEEKDAY,? )?(?:DD(?: of)? MONTH|MONTH DD(?:\\s?[-–]\\s?(?<to>\\d{1,2}))?(?!\\d|\\.\\d|,\\d{3}))(?:,? YEAR)?',
    read: (scope) => {
      const { way, to } = scope.groups
      const first = dayOf(scope)
      if (!to) return bound(way, first)
      const last = first && `${first.slice(0, 8)}${to.padStart(2, '0')}`
      return first && last && isDay(last) && first < last ? `${first}/${last}` : null
    },
  },
  {
    name: 'month',
    example: ['It closed in May.', '2025-05'],
    form: '(?:(?<way>in|by|until|till|since|before|during|from|of|for|to|through) )?(?:WHICH )?(?:PART[- ](?:in )?)?MONTH(?: YEAR)?(?!\\s?\\d)',
    read: (scope) => {
      const { way, which, part, month = '', year: given } = scope.groups
      if (!given && !part && ((!way && !which) || (month.length <= 4 && !/^(?:May|June|July)$/.test(month))))
        return null
      // `their 2026 session that starts in early January`
      const named =
        /\b((?:19|20)\d{2})\s+\p{Ll}+,?\s+(?:that|which)\s+(?:starts?|begins?|opens?|ends?|closes?)\s+$/u.exec(
          scope.before,
        )
      const isAhead = /^(?:by|until|till)$/.test(way ?? '') || which === 'next'
      const at = monthOf(scope, isAhead ? true : way === 'since' || which === 'last' ? false : undefined, named?.[1])
      return at && bound(part ? undefined : way, part ? partOf(at, part as Part) : at)
    },
  },
  {
    name: 'between-years',
    example: ['It lasted from 2011 to 2014.', '2011/2014'],
    form: '(?:between|from) (?<from>(?:19|20)\\d{2}) (?:and|to|until) YEAR',
    read: ({ groups: { from, year: to } }) => `${from}/${to}`,
  },
  {
    name: 'decade',
    example: ['It was built in the 1930s.', '193X'],
    form: '(?:in |of |since )?the (?:early |late |mid-)?(?<decade>(?:1[5-9]|20)\\d)0s',
    read: ({ groups: { decade } }) => `${decade}X`,
  },
  {
    name: 'year',
    example: ['He has lived there since 2011.', '2011/..'],
    form: '(?:(?<way>in|by|until|till|since|before|during|from|of|for|the|to) )?(?:PART[- ](?:in )?)?(?<year>(?:1[5-9]|20)\\d{2})(?![\\d,.]\\d|[-–]\\d|\\s*(?:%|km|metres|meters|kilometres|people|jobs|homes|workers|miles|years|pages|euros|dollars|pounds))',
    read: ({ groups: { way, part, year: given = '' }, after }) => {
      if (part) return partOf(given, part as Part)
      const isPlain = /^(?:in|since|by|until)$/.test(way ?? '')
      return !way || (!isPlain && /^\s+\p{Ll}+s\b/u.test(after)) ? null : bound(way, given)
    },
  },
  {
    name: 'overnight',
    example: ['It burned overnight.', '2025-08-20/2025-08-21'],
    form: 'overnight',
    read: ({ anchor, future }) => span(addDays(anchor, future() ? 0 : -1), addDays(anchor, future() ? 1 : 0)),
  },
  {
    name: 'near-day',
    example: ['It fell yesterday.', '2025-08-20'],
    form: "(?:(?:earlier|later|late|early) )?DAYS(?: (?:morning|afternoon|evening|night))?(?!['’]s (?:world|society|young))",
    read: ({ groups: { day = '' }, anchor, language }) =>
      iso(addDays(anchor, language.calendar.days.get(day.replace(/\s+/g, '_')) ?? 0)),
  },
  {
    name: 'next-day',
    example: ['It opened on 3 March 2019. The next day it fell.', '2019-03-04'],
    form: '(?:the )?(?<which>next|following|previous) (?:day|morning|evening|night)',
    read: ({ groups: { which }, last }) => last && iso(addDays(last, which === 'previous' ? -1 : 1)),
  },
  {
    name: 'weekday',
    example: ['She will speak on Friday.', '2025-08-22'],
    form: "(?:(?:earlier|later|late|early) )?(?:(?<way>on|by|until|till|since|before|from|after|for|am|в|у) )?(?:(?<which>last|next|this|this coming|this past) )?(?:the )?WEEKDAY(?:['’]s)?(?: (?:morning|afternoon|evening|night))?(?!s\\b| (?:Times|Telegraph|Mirror|Mail|Herald|Express|Post|Star|League|Club|Night Live|People)\\b)",
    read: (scope) => {
      const { groups, words, before, anchor, language, future } = scope
      const { way, which = '' } = groups
      const wanted = language.calendar.weekdays.get(groups['weekday'] ?? '') ?? 0
      // `every Wednesday, Thursday and Friday`, `a week on Friday`
      if (/\ba\s+week\s+$|\b(?:every|each)\s+(?:\p{L}+day(?:,\s+|\s+and\s+|,\s+and\s+))+$/u.test(before)) return null
      const isNamed =
        /\b(?:every|each|most|one|a|Easter|Good|Black|Bloody|Super|Whit|Ash|Palm|Cyber|Shrove|any)\s+$/i.test(before)
      if (isNamed && !/^(?:on|by|last|next)/i.test(words)) return null
      if (/last|past/.test(which)) return iso(weekday(wanted, addDays(anchor, -1), false))
      if (which === 'next') return iso(addDays(startOfISOWeek(anchor), 7 + ((wanted + 6) % 7)))
      const isAhead = future() === true
      const isOpen = isAhead || lastVerb(before.slice(-60), language) !== false
      if (which) return iso(weekday(wanted, anchor, which === 'this coming' || isOpen))
      // `Monday’s drills` were, `ahead of Monday’s vote` is to come.
      const forward = /day['’]s/i.test(words)
        ? aheadOf.test(before) || (isAhead && !/\p{L}ing\s+$/u.test(before))
        : way !== 'since' &&
          (isAhead ||
            (way === 'by' && isOpen && future() !== false) ||
            (!way && future() === null && presentVerb.test(before)))
      return bound(way, iso(weekday(wanted, anchor, forward)))
    },
  },
]

/** Words before a date that is still to come. */
const aheadOf = /\b(?:ahead of|in time for|until|till|before|prior to|for|next)\s+(?:(?:the|its|his|her|their)\s+)?$/i
/** `The chain reports earnings Friday.` */
const presentVerb = /\b\p{Ll}{2,}(?:[^s]s|es)\s+(?:(?!\b(?:was|were|had|has|said|says|told)\b)[\p{L}’'-]+\s+){0,4}$/u

/** A month of a year that may not be given. */
function monthOf({ groups, anchor, language, future }: Scope, forward?: boolean, named?: string): string | null {
  const month = language.calendar.months.get(groups['month'] ?? '')
  if (month === undefined) return null
  const now = anchor.getUTCMonth() + 1
  const isOther = month === now && (groups['which'] === 'last' || groups['which'] === 'next')
  const step = (forward ?? future()) ? Number(month < now || isOther) : -Number(month > now || isOther)
  return `${groups['year'] ?? named ?? year(anchor) + step}-${String(month).padStart(2, '0')}`
}

/** A day and a month, of a year that may not be given. */
function dayOf({ groups, published, last, before, words, language, future }: Scope): string | null {
  const month = language.calendar.months.get(groups['month'] ?? '') ?? 0
  const make = (y: number): string | null => {
    const text = `${y}-${String(month).padStart(2, '0')}-${(groups['day'] ?? '').padStart(2, '0')}`
    return isDay(text) ? text : null
  }
  if (groups['year']) return make(Number(groups['year']))
  const [here, now] = [make(year(published)), iso(published)]
  if (!here || here === now) return here
  // `on June 29 2021 … on June 30`
  const known = last && year(last) !== year(published) && make(year(last))
  if (known && Math.abs(differenceInDays(toDay(known), last)) <= 31) return known
  const isAhead = /\b(?:ahead of|in time for|prior to)\s+(?:(?:the|its|a)\s+)?$/i.test(before)
  if (isAhead || future() || /^no\s+later/i.test(words)) return here > now ? here : make(year(published) + 1)
  // `bail until 1 December`, `The winners receive their medals on December 10`: the nearer one.
  const isNear = differenceInDays(toDay(here), published) <= 183
  const mayBeAhead = /^(?:by|until|till|before)\b/i.test(words) || future() === null
  return here < now || (mayBeAhead && isNear) ? here : make(year(published) - 1)
}

/** What the capitals of a form stand for. */
function partsOf({ calendar }: Language): { [name: string]: string } {
  const names = (list: ReadonlyMap<string, number>) =>
    [...list.keys()]
      .toSorted((a, b) => b.length - a.length)
      .join('|')
      .replace(/_/g, '\\s+')
  // A day or a month is written as its list has it: `march` is none.
  return {
    NUMBER: `(?<n>\\d{1,3}|${[...numbers.keys()].join('|')})`,
    UNIT: '(?<unit>(?:hour|day|week|month|year|decade)s?)',
    WHICH: '(?<which>this|last|next)',
    PART: '(?<part>early|mid|late)',
    BOUND: '(?<way>on|by|until|since|before|no\\s+later\\s+than)',
    WEEKDAY: `(?<weekday>(?-i:${names(calendar.weekdays)}))`,
    MONTH: `(?<month>(?-i:${names(calendar.months)}))(?:\\.(?=\\s*\\d))?`,
    DAYS: `(?<day>${names(calendar.days)})`,
    DD: '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?',
    YEAR: '(?<year>(?:19|20)\\d{2})',
  }
}

/** The rules with their patterns in a language, made once. */
const compiled = new Map<Language, { rule: DateRule; form: RegExp }[]>()

function compile(language: Language): { rule: DateRule; form: RegExp }[] {
  const parts = partsOf(language)
  return dateRules.map((rule) => {
    const form = rule.form.replace(/ /g, '\\s+').replace(/[A-Z]{2,}/g, (name) => parts[name] ?? name)
    return { rule, form: new RegExp(`(?<![\\p{L}\\p{N}])(?:${form})(?![\\p{L}\\p{N}])`, 'giu') }
  })
}

/** The readings of a text; the longest of a place wins, then the first. */
function findHits(text: string, { language, without }: DateContext): Hit[] {
  const hits = getOrMake(compiled, language, () => compile(language))
    .filter(({ rule }) => !without?.has(rule.name))
    .flatMap(({ rule, form }) =>
      [...text.matchAll(form)].map(({ 0: words, index: start, groups }): Hit => {
        const toPart = ([name, value]: [string, string | undefined]) =>
          [name, /^(?:month|weekday)$/.test(name) ? value : value?.toLowerCase()] as const
        const read = Object.fromEntries(Object.entries(groups ?? {}).map(toPart))
        return { rule, start, end: start + words.length, words, groups: read }
      }),
    )
  const isWithin = (hit: Hit) => (other: Hit) =>
    other.start <= hit.start && other.end >= hit.end && other.words.length > hit.words.length
  return hits.filter((hit) => !hits.some(isWithin(hit))).sort((a, b) => a.start - b.start || b.end - a.end)
}

const withoutQuotes = (words: string) => words.replace(/["“„«][^"”“»]*["”“»]/g, ' ')

/** Finds the dates of a text, in order. */
export function findDates(context: DateContext): FoundDate[] {
  const { language, sentences } = context
  const parts = context.spans.flatMap((span) => span.parts)
  let last: UTCDate | null = null
  return context.blocks.flatMap((raw, block) => {
    const text = raw.replace(/[’ʼ]/g, "'")
    const found: FoundDate[] = []
    // An entry of a live report counts from its own day.
    const published = toDay(context.days?.[block] ?? context.published)
    const quoteOf = ({ start, end }: Hit) =>
      parts.find((part) => part.block === block && part.start <= start && end <= part.end)
    // What stands outside quotation marks first: it may say when the words inside were said.
    for (const hit of findHits(text, context).sort((a, b) => Number(!quoteOf(b)) - Number(!quoteOf(a)))) {
      const quote = quoteOf(hit)
      const { start, end, words, groups, rule } = hit
      if (found.some((other) => start < other.end && end > other.start)) continue
      const sentence = sentences.find((one) => one.block === block && one.start <= start && start < one.end)
      const own = quote
        ? { start: quote.innerStart, end: quote.innerEnd }
        : (sentence ?? { start: 0, end: text.length })
      const [before, after] = [withoutQuotes(text.slice(own.start, start)), withoutQuotes(text.slice(end, own.end))]
      const edtf = rule.read({
        ...{ groups, words, published, last, language },
        anchor: saidDay(text, hit, found, sentence, quote !== undefined) ?? published,
        before: text.slice(0, start),
        after: text.slice(end),
        future: () =>
          quote
            ? isFuture(before.split(/[.?!]\s+(?=\p{Lu})/u).at(-1) ?? '', after.split(/[.?!]\s/)[0] ?? '', language)
            : isFuture(before, after, language),
      })
      if (!edtf || !isEdtf(edtf)) continue
      found.push({ words: raw.slice(start, end), edtf, block, start, end })
      if (isDay(edtf)) last = toDay(edtf)
    }
    return found.sort((a, b) => a.start - b.start)
  })
}

const relative = /\b(?:to(?:day|morrow|night)|yesterday|within|in|next|last|coming|past|ago|week|month|overnight)\b/i
const saying = /\b(?:said|told|announced|added|warned|wrote|promised|insisted|pledged|confirmed|declared)\b/

/** The day the words were said, when their sentence gives it: `said on Monday that … tomorrow`, `“… tomorrow,” she said on Monday`. */
function saidDay(text: string, hit: Hit, found: readonly FoundDate[], sentence: Range | undefined, isQuoted: boolean) {
  if (!sentence || hit.rule.name === 'weekday' || !relative.test(hit.words)) return null
  const isSaid = ({ edtf, start, end }: FoundDate) =>
    isDay(edtf) && (saying.test(text.slice(Math.max(0, start - 30), start)) || saying.test(text.slice(end, end + 20)))
  const said = found.filter((date) => isSaid(date) && (isQuoted || date.end <= hit.start))
  const within = said.find(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const day = within ?? (isQuoted ? said.findLast(({ end }) => end <= hit.start) : undefined)
  return day ? toDay(day.edtf) : null
}
