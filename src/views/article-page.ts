/** The page of an article: its copy with the apparatus beside it; where rights do not allow the copy, its quotes in their sentences. */
import { getOrMake, take } from '../lists.ts'
import { toStretches } from '../record/in-sentence.ts'
import type { Article, NewsEvent, NewsRecord, ProseNode, Speaker, Wording } from '../record/types.ts'
import { type ArticleView, countsOf, toArticleView } from './article.ts'
import { namesOf, originOf } from './carriers.ts'
import { type CorrectionView, toCorrectionView } from './correction.ts'
import { type EventLine, toEventLine } from './event.ts'
import { toLink } from './links.ts'
import { toNarrative } from './narrative.ts'
import { neighboursOf } from './neighbours.ts'
import { type SpokenView, toSpokenView } from './quote.ts'
import type { Neighbour } from './quote-page.ts'
import type { Link } from './shapes.ts'
import { cutWords } from './short-words.ts'

export interface ArticlePageView {
  article: ArticleView
  /** The copy, block by block, with the notes beside each; empty where it may not be printed. */
  copy: { node: ProseNode; notes: NoteView[] }[]
  /** Where the copy may not be printed: the sentences that carry a quote, in the order of the text. */
  excerpts: { stretches: StretchView[]; notes: NoteView[] }[]
  /** And what it reports in its own words, part by part. */
  reports: { status: EventLine['status']; parts: { text: string; anchor: string; url: string }[] }[]
  /** What the events are that it reports: the marks of the copy are explained by it. */
  statuses: EventLine['status'][]
  /** Whether one of the events is expected still. */
  isOpen: boolean
  corrections: CorrectionView[]
  /** The words in it that are quoted from end to end. */
  direct: SpokenView[]
  /** The articles published before and after. */
  previous: Neighbour | null
  next: Neighbour | null
}

/** A note beside a block: a speaker with the words there, or an event. */
export type NoteView =
  | { is: 'said'; speaker: Link; occasions: NotedOccasion[]; isOne: boolean }
  | { is: 'event'; event: Pick<EventLine, 'title' | 'url' | 'status' | 'date'> }

/** Words of one day and occasion, so that neither is repeated beside each. */
interface NotedOccasion {
  said: string | null
  context: string | null
  wordings: NotedWording[]
}

interface NotedWording {
  url: string
  /** The words, cut short. */
  name: string
  kind: Wording['kind']
  elsewhere: ElsewhereView | null
}

/** Other outlets that have the same quote, and whether in one text with this, in the same words, or in others. */
export interface ElsewhereView {
  outlets: string[]
  as: 'copy' | 'same' | 'other'
}

/** A stretch of an excerpt: somebody's words as a link, or what stands between them. */
interface StretchView {
  text: string
  words: { url: string; anchor: string; kind: Wording['kind'] } | null
}

/** Everything on the page of an article; `articles` are those of the record, by publication. */
export function toArticlePageView(one: Article, record: NewsRecord): ArticlePageView {
  const { events } = countsOf(one)
  const { previous, next } = neighboursOf(record.articles, one)
  const isPrinted = one.rights === 'full'
  const margin = toMargin(one)
  return {
    article: toArticleView(one),
    copy: isPrinted ? one.copy.map((node, index) => ({ node, notes: margin.get(index) ?? [] })) : [],
    excerpts: isPrinted ? [] : toExcerpts(one),
    reports: isPrinted
      ? []
      : one.reports.map(({ event, parts }) => ({
          status: event.status,
          parts: parts.map((part) => ({ text: toNarrative(part, one), anchor: part.anchor, url: event.url })),
        })),
    statuses: [...new Set(events.map(({ status }) => status))],
    isOpen: events.some(({ status }) => status === 'expected'),
    corrections: one.corrections.map(toCorrectionView),
    direct: one.wordings.filter(({ kind }) => kind === 'direct').map((wording) => toSpokenView(wording.quote, wording)),
    previous: previous && { name: previous.title, ...take(previous, 'language', 'url') },
    next: next && { name: next.title, ...take(next, 'language', 'url') },
  }
}

/** The texts of an article that this site prints: its blocks, or the sentences that carry a quote. */
export function toTexts(one: Article): { text: string; url: string | null }[] {
  if (one.rights === 'full') return one.blocks.map(({ text }) => ({ text, url: null }))
  const sentences = new Map(one.wordings.map((wording) => [wording.sentence, wording]))
  return [...sentences].map(([text, { url }]) => ({ text, url }))
}

type MarginNote = { is: 'said'; speaker: Speaker; wordings: Wording[] } | { is: 'event'; event: NewsEvent }

/** The notes of every block, by the block's number. */
export function toMargin({ notes }: Pick<Article, 'notes'>): Map<number, NoteView[]> {
  const margin = new Map<number, MarginNote[]>()
  for (const note of notes) {
    const own = getOrMake(margin, note.block, (): MarginNote[] => [])
    if (note.is === 'wording') noteSpeaker(own, note.wording)
    else if (note.is === 'report') {
      const { event } = note.report
      if (!own.some((entry) => entry.is === 'event' && entry.event === event)) own.push({ is: 'event', event })
    }
  }
  return new Map([...margin].map(([block, own]) => [block, own.map(toNoteView)]))
}

/** The sentences that carry a quote, in the order of the text, each once however many wordings stand in it. */
export function toExcerpts({ wordings }: Pick<Article, 'wordings'>): ArticlePageView['excerpts'] {
  const blockOf = ({ parts }: Wording): number => parts[0]?.block ?? 0
  const sentences = Map.groupBy(
    wordings.toSorted((a, b) => blockOf(a) - blockOf(b)),
    (wording) => `${blockOf(wording)} ${wording.sentence}`,
  )
  return [...sentences.values()].map((own) => {
    const notes: MarginNote[] = []
    for (const wording of own) noteSpeaker(notes, wording)
    const stretches = toStretches(own[0]?.sentence ?? '', own).map(({ text, part, wording }): StretchView => {
      const words = part && wording && { url: wording.quote.url, anchor: part.anchor, kind: part.kind }
      return { text, words: words || null }
    })
    return { stretches, notes: notes.map(toNoteView) }
  })
}

/** Adds a wording to its speaker's note, or makes one. */
function noteSpeaker(notes: MarginNote[], wording: Wording): void {
  const { speaker } = wording.quote
  const own = notes.find((entry) => entry.is === 'said' && entry.speaker === speaker)
  if (own?.is !== 'said') notes.push({ is: 'said', speaker, wordings: [wording] })
  else if (!own.wordings.includes(wording)) own.wordings.push(wording)
}

function toNoteView(note: MarginNote): NoteView {
  if (note.is === 'event') {
    const { date, status, title, url } = toEventLine(note.event)
    return { is: 'event', event: { title, url, status, date } }
  }
  const { speaker, wordings } = note
  const alike = Map.groupBy(wordings, ({ context, said }) => JSON.stringify([said?.edtf, context]))
  const occasions = [...alike.values()].map((own): NotedOccasion => {
    const { context, said } = own[0] as Wording
    return { said: said?.edtf ?? null, context, wordings: own.map(toNotedWording) }
  })
  return { is: 'said', speaker: toLink(speaker), occasions, isOne: wordings.length === 1 }
}

function toNotedWording(wording: Wording): NotedWording {
  const { kind, parts, quote } = wording
  return {
    url: quote.url,
    name: cutWords(
      parts.map(({ pieces }) => pieces),
      34,
    ),
    kind,
    elsewhere: toElsewhere(wording),
  }
}

/** Who else has the quote, copies aside; null when no other article has it. */
export function toElsewhere(wording: Wording): ElsewhereView | null {
  const elsewhere = wording.quote.wordings.filter(({ article }) => article !== wording.article)
  if (elsewhere.length === 0) return null
  const others = elsewhere.filter(({ article }) => originOf(article) !== originOf(wording.article))
  if (others.length === 0) return { outlets: namesOf(elsewhere), as: 'copy' }
  const isSame = others.every(({ kind, text }) => kind === wording.kind && text === wording.text)
  return { outlets: namesOf(others), as: isSame ? 'same' : 'other' }
}
