/** What a picture says about a quote, an event, a speaker or an article: texts only, in the order of reading. */
import type { ArticleView } from '../views/article.ts'
import type { EventView } from '../views/event.ts'
import type { QuoteView } from '../views/quote.ts'
import type { DrawnLook, SiteView } from '../views/site.ts'
import type { SpeakerView } from '../views/speaker.ts'
import { toneOf } from '../views/tone.ts'
import { printedOf } from '../views/wording.ts'
import { toCredit } from '../words/articles.ts'
import { count, listNames } from '../words/count.ts'
import { toWords } from '../words/dates.ts'
import { dateWords, toLabel } from '../words/events.ts'
import { marksOf } from '../words/marks.ts'
import { kindWords, saidOrReported, toReadable } from '../words/quotes.ts'
import { say } from '../words/say.ts'
import { describeExtent, describeSize } from '../words/site.ts'

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
  /** In which colours and type, where they are not ours. */
  look?: DrawnLook
}

/** What a card says that is of nobody's words. */
const plain = { colour: 'plain', isSpeech: false, introduction: null, who: null, role: null } as const

/** Characters that the words may have; longer ones are cut at a word. */
const most = 270

export function toQuoteCard(quote: QuoteView, { name }: { name: string }): Card {
  const [wording] = quote.wordings
  if (!wording) throw new Error(`The quote ${quote.id} has no wording.`)
  const isSpeech = wording.kind === 'direct'
  const outlet = toCredit(wording)
  const more = quote.outlets.length - 1
  return {
    colour: 'said',
    isSpeech,
    label: kindWords(quote.kind),
    introduction: isSpeech ? null : say('speech.intro', { outlet: wording.links.outlet.name }).trim(),
    words: cut(toReadable(printedOf(wording)).replace(/\.$/, ''), isSpeech ? marksOf(wording.language)[1] : ''),
    who: quote.links.speaker.name,
    role: quote.role,
    source: [
      saidOrReported(quote),
      isSpeech ? say('quote.asWorded', { credit: outlet }) : outlet,
      more > 0 ? say('card.and', { outlets: count(more, 'otherOutlets') }) : null,
    ]
      .filter(Boolean)
      .join(' · '),
    site: name,
  }
}

export function toEventCard(event: EventView, { name }: { name: string }): Card {
  const outlets = [...new Set(event.reports.map(({ links }) => links.outlet.name))]
  return {
    ...plain,
    colour: toneOf(event) === 'happened' ? 'happened' : 'expected',
    label: toLabel(event),
    words: cut(event.title),
    who: dateWords(event),
    source: outlets.length > 0 ? say('card.reportedBy', { outlets: listNames(outlets) }) : '',
    site: name,
  }
}

export function toSpeakerCard({ name, outlets, quoteRole, quotes }: SpeakerView, site: { name: string }): Card {
  return {
    ...plain,
    colour: 'said',
    label: say('card.speaker'),
    words: cut(name),
    who: quoteRole,
    source:
      quotes.length > 0
        ? say('card.from', { statements: count(quotes.length, 'statements'), outlets: count(outlets, 'outlets') })
        : say('card.noStatement'),
    site: site.name,
  }
}

export function toArticleCard(article: ArticleView, { name }: { name: string }): Card {
  return {
    ...plain,
    label: say('article.label'),
    words: cut(article.title),
    who: toCredit(article),
    source: `${say('wording.published', { date: toWords(article.published) })} · ${say('article.statements', { statements: count(article.quotes.length, 'statements'), speakers: count(article.speakers.length, 'speakers') })}`,
    site: name,
  }
}

/** The picture of every page that has none of its own. */
export function toSiteCard(site: SiteView): Card {
  const extent = describeExtent(site)
  return {
    ...plain,
    label: say('card.site'),
    words: cut(site.subject || site.name),
    source: extent ? `${describeSize(site)} · ${extent}` : describeSize(site),
    site: site.name,
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
  const space = short.lastIndexOf(' ')
  const whole = (space > most / 2 ? short.slice(0, space) : toWholeLetters(short.slice(0, most / 2))).replace(
    /[\s,;:–—-]+$/u,
    '',
  )
  return `${whole.toWellFormed()} …${end}`
}

/** Without the last letter, of which a mark may have been cut off. */
function toWholeLetters(text: string): string {
  const letters = Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment)
  return letters.slice(0, -1).join('')
}
