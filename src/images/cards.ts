/** What a picture says about a quote, an event, a speaker or an article: texts only, in the order of reading. */
import { count, describeExtent, describeKind, describeSize } from '../record/describe.ts'
import { describeOutlet, kindWords, listOutlets, outletsOf } from '../record/sources.ts'
import { toSpeech } from '../record/speech.ts'
import type { Article, NewsEvent, NewsRecord, Quote, Speaker } from '../record/types.ts'
import { toWords } from '../record/when.ts'

export interface Card {
  /** What the colour says: somebody said it, it happened, it is expected; `plain` has none. */
  colour: 'said' | 'happened' | 'expected' | 'plain'
  /** Reported speech is set smaller than speech. */
  isSpeech: boolean
  label: string
  /** What introduces reported speech: `Coast Wire reports`. */
  introduction: string | null
  words: string
  /** Who, and in what office. */
  who: string | null
  role: string | null
  /** When, and in which outlet. */
  source: string
  site: string
}

/** Characters that the words may have; longer ones are cut at a word. */
const most = 270

export function toQuoteCard(quote: Quote, site: string): Card | null {
  const [wording] = quote.wordings
  if (!wording) return null
  const isSpeech = wording.kind === 'direct'
  const outlet = describeOutlet(wording.article)
  const more = outletsOf(quote).length - 1
  const when = quote.said ? `said ${toWords(quote.said)}` : `reported ${toWords(quote.reported)}`
  return {
    colour: 'said',
    isSpeech,
    label: kindWords[quote.kind],
    introduction: isSpeech ? null : `${wording.article.outlet.name} reports:`,
    words: cut(toSpeech(wording), isSpeech ? '”' : ''),
    who: quote.speaker.name,
    role: quote.role,
    source: [when, isSpeech ? `as worded by ${outlet}` : outlet, more > 0 ? `and ${count(more, 'other outlet')}` : null]
      .filter(Boolean)
      .join(' · '),
    site,
  }
}

export function toEventCard(event: NewsEvent, site: string): Card {
  const outlets = [...new Set(event.reports.map(({ article }) => article.outlet.name))]
  return {
    colour: event.status === 'happened' || event.status === 'held' ? 'happened' : 'expected',
    isSpeech: false,
    label: [event.status, describeKind(event), event.place].filter(Boolean).join(' · '),
    introduction: null,
    words: cut(event.title),
    who: event.date ? toWords(event.date) : 'no date given',
    role: null,
    source: outlets.length > 0 ? `as reported by ${listOutlets(outlets)}` : '',
    site,
  }
}

export function toSpeakerCard(speaker: Speaker, site: string): Card {
  const roles = [...new Set(speaker.quotes.map(({ role }) => role).filter((role) => role !== null))]
  const [outlets] = [new Set(speaker.quotes.flatMap(outletsOf))]
  return {
    colour: 'said',
    isSpeech: false,
    label: 'speaker',
    introduction: null,
    words: cut(speaker.name),
    who: roles.at(-1) ?? null,
    role: null,
    source:
      speaker.quotes.length > 0
        ? `${count(speaker.quotes.length, 'quote')} on record, from ${count(outlets?.size ?? 0, 'outlet')}`
        : 'no quote on record',
    site,
  }
}

export function toArticleCard(article: Article, site: string): Card {
  const quotes = new Set(article.wordings.map(({ quote }) => quote))
  const speakers = new Set([...quotes].map(({ speaker }) => speaker))
  return {
    colour: 'plain',
    isSpeech: false,
    label: 'article',
    introduction: null,
    words: cut(article.title),
    who: describeOutlet(article),
    role: null,
    source: `published ${toWords(article.published)} · ${count(quotes.size, 'quote')} by ${count(speakers.size, 'speaker')}`,
    site,
  }
}

/** The picture of every page that has none of its own. */
export function toSiteCard(record: NewsRecord): Card {
  const { story } = record
  const extent = describeExtent(record)
  return {
    colour: 'plain',
    isSpeech: false,
    label: 'Who said what, when, to whom, and in which words',
    introduction: null,
    words: cut(story.subject || story.name),
    who: null,
    role: null,
    source: extent ? `${describeSize(record)} · ${extent}` : describeSize(record),
    site: story.name,
  }
}

/** What a picture says, for those who do not see it. */
export function describeCard({ label, introduction, words, who, role, source, site }: Card): string {
  return [
    label,
    introduction ? `${introduction} ${words}` : words,
    [who, role].filter(Boolean).join(', '),
    source,
    site,
  ]
    .filter(Boolean)
    .join('. ')
}

/** Every text of a card. */
export function textsOf({ label, introduction, words, who, role, source, site }: Card): string[] {
  return [label, introduction, words, who, role, source, site].filter((text) => text !== null)
}

function cut(text: string, end = ''): string {
  if (text.length <= most) return text
  const short = text.slice(0, most)
  const whole = short.slice(0, Math.max(short.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—-]+$/u, '')
  return `${whole.toWellFormed()} …${end}`
}
