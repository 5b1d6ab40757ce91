/** What becomes of a proposal: the decisions, and the files they make. */

import type { NewFile } from '../loaders/write-files.ts'
import { surelyCopied } from '../sameness/copies.ts'
import { surelySame } from '../sameness/wordings.ts'
import { isDay } from '../schema/index.ts'
import { free, orNumber, slug, toFragment } from '../schema/names.ts'
import type { Copied, Draft, Known, ProposedQuote } from './propose.ts'
import type { Person } from './who/people.ts'
import type { Range } from './who/text.ts'
import {
  type DecidedMention,
  type DecidedQuote,
  type DecidedReport,
  type NewEvent,
  type NewOutlet,
  type NewSpeaker,
  toArticleText,
  toEventText,
  toOutletText,
  toQuoteText,
  toSpeakerText,
} from './write.ts'

/** One quote's fate. */
export interface Decision {
  quote: ProposedQuote
  /** Null leaves the words without a link. */
  person: Person | null
  confirmed: boolean
  /** `speaker/fragment` of the utterance on record it is another wording of. */
  sameAs: string | null
  /** Those it was found to be different from. */
  notSameAs: string[]
  /** Lists the words as a term. */
  isTerm: boolean
  /** Names the speaker, and quotes nobody. */
  isMention?: boolean
  /** Whether it goes on from the quote before it, as a part of one utterance; told by the sentence when left out. */
  goesOn?: boolean | undefined
}

/** An event to begin a file for. */
export interface EventDecision extends Omit<NewEvent, 'added' | 'draft'> {
  /** Where the article reports it. */
  ranges: readonly Range[]
  /** Nothing of its file is left open. */
  isComplete: boolean
}

/** What an editor has said of a new speaker; the file then is no draft. */
export type CompleteSpeaker = Omit<NewSpeaker, 'draft'>

export interface Decisions {
  quotes: Decision[]
  toFiles: (articleId: string, known: Known) => { files: NewFile[]; todo: string[] }
}

/** Accepts what is certain, and nothing else. */
export function decide(draft: Draft): Decisions {
  const [copy] = draft.copies
  return toDecisions(
    draft,
    draft.quotes.filter((quote) => !quote.inTitle).map((quote) => decideOne(quote)),
    { events: [], outlet: null, copyOf: copy && copy.share >= surelyCopied ? copy : null },
  )
}

/** The decision on one quote when nobody is asked. */
export function decideOne(quote: ProposedQuote): Decision {
  const first = quote.same[0]
  const isSure = first && first.likeness.score >= surelySame && first.likeness.warning === null
  return {
    quote,
    person: quote.term ? null : quote.person,
    confirmed: quote.certainty === 'certain',
    sameAs: isSure && quote.certainty === 'certain' ? first.quote.id : null,
    notSameAs: [],
    isTerm: false,
  }
}

/** What an editor adds to the decisions on quotes. */
export interface Additions {
  events: EventDecision[]
  outlet: NewOutlet | null
  /** The article on record whose text it repeats. */
  copyOf: Copied | null
  topics?: readonly string[]
  /** Reports of events on record. */
  reports?: readonly DecidedReport[]
  /** What was said of new speakers, by the name that the proposal has for them. */
  speakers?: ReadonlyMap<string, CompleteSpeaker>
}

/** Decisions with the means to write them. */
export function toDecisions(draft: Draft, quotes: Decision[], additions: Additions): Decisions {
  return { quotes, toFiles: (articleId, known) => toFiles({ draft, quotes, articleId, known }, additions) }
}

function toFiles(
  { draft, quotes, articleId, known }: { draft: Draft; quotes: Decision[]; articleId: string; known: Known },
  { events, outlet, copyOf, topics, reports: linked = [], speakers = new Map() }: Additions,
): { files: NewFile[]; todo: string[] } {
  const { facts, capture } = draft
  const added = new Date().toISOString().slice(0, 10)
  const ids = new Set(known.record.speakers.map(({ id }) => id))
  const made = new Map<string, { id: string; person: Person }>()
  const toId = (person: Person): string => {
    if (person.id) return person.id
    const key = person.name.toLowerCase()
    let entry = made.get(key)
    if (!entry) {
      const name = speakers.get(person.name)?.name ?? person.name
      entry = { id: free(orNumber(slug(name), name, 'speaker'), ids), person }
      ids.add(entry.id)
      made.set(key, entry)
    }
    return entry.id
  }

  const taken = new Map<string, Set<string>>()
  const takenBy = (speaker: string): Set<string> => {
    const names = taken.get(speaker) ?? new Set(known.fragments?.get(speaker) ?? [])
    taken.set(speaker, names)
    return names
  }

  const decided: DecidedQuote[] = []
  const mentions: DecidedMention[] = []
  const quoteFiles: NewFile[] = []
  const unlinked: Decision[] = []
  for (const decision of quotes) {
    const { quote, person, confirmed, sameAs, notSameAs, isTerm, isMention = false, goesOn } = decision
    if (isTerm) continue
    if (!person || quote.ranges.length === 0) {
      if (quote.kind !== 'indirect') unlinked.push(decision)
      continue
    }
    const speaker = toId(person)
    if (isMention) {
      mentions.push({ speaker, ranges: quote.ranges })
      continue
    }
    const names = takenBy(speaker)
    const before = decided.at(-1)
    const [sameSpeaker, sameFragment] = sameAs?.split('/') ?? []
    let fragment: string
    if (sameFragment && sameSpeaker === speaker) fragment = sameFragment
    else if (before && before.speaker === speaker && (goesOn ?? isOneWording(before.quote, quote, draft)))
      fragment = before.fragment
    else {
      fragment = toFragment(quote.clause ?? quote.text, names)
      names.add(fragment)
    }
    decided.push({ quote, speaker, fragment, confirmed })
    const also = quote.person === person ? quote.also.map(toId).filter((id) => id !== speaker) : []
    if (notSameAs.length > 0 || (also.length > 0 && fragment !== sameFragment)) {
      const path = `quotes/${speaker}/${fragment}.md`
      const text = toQuoteText({ also, notSameAs: notSameAs.map((id) => id.replace('/', '#')) })
      if (!quoteFiles.some((file) => file.path === path)) quoteFiles.push({ path, text })
    }
  }

  const eventIds = new Set(known.record.events.map(({ id }) => id))
  const eventFiles: NewFile[] = []
  const reports: DecidedReport[] = [...linked]
  let begun = 0
  for (const { ranges, isComplete, ...event } of events) {
    const day = event.date && isDay(event.date) ? `${event.date}-` : ''
    const id = free(`${day}${toFragment(event.title, new Set(), 5)}`, eventIds)
    eventIds.add(id)
    if (!isComplete) begun += 1
    eventFiles.push({ path: `events/${id}.md`, text: toEventText({ ...event, added, draft: !isComplete }) })
    for (const range of ranges) reports.push({ event: id, ...range })
  }

  const terms = [...new Set(quotes.filter((decision) => decision.isTerm).map((decision) => decision.quote.text))]
  // Of an article that keeps only its quotes, the name of a thing is not kept.
  const open = facts.rights === 'quotes' ? unlinked.filter(({ quote }) => !quote.term) : unlinked
  const unconfirmed = decided.filter(({ confirmed }) => !confirmed)
  const unknown = [...made.values()].filter(({ person }) => !speakers.has(person.name)).length
  const isDraft = unconfirmed.length > 0 || open.length > 0 || unknown > 0 || begun > 0
  const isLost = capture.warnings.some((warning) => warning.startsWith('The opening may be lost'))
  const files: NewFile[] = [
    ...[...made.values()].map(({ id, person }) => ({
      path: `speakers/${id}.md`,
      text: toSpeakerText(speakers.get(person.name) ?? { ...proposeSpeaker(person), draft: true }),
    })),
    ...(outlet ? [{ path: `outlets/${outlet.id}.md`, text: toOutletText(outlet) }] : []),
    ...eventFiles,
    ...quoteFiles,
    {
      path: `articles/${articleId}.md`,
      text: toArticleText({
        facts,
        outlet: outlet?.id ?? facts.outlet ?? '',
        copyOf: copyOf?.article.id ?? null,
        publishedBasis:
          capture.published && capture.published.day === facts.published
            ? `the page says ${capture.published.because}`
            : null,
        topics,
        captureNote: isLost ? 'The capture may have lost its opening.' : null,
        terms,
        added,
        draft: isDraft,
        blocks: capture.blocks,
        quotes: decided,
        mentions,
        reports,
        keep: unlinked.flatMap(({ quote }) => (quote.term ? [] : quote.ranges)),
      }),
    },
  ]
  const { copies } = draft
  return {
    files,
    todo: toTodo({ unconfirmed, unlinked: open, made: unknown, events: begun, copies, copyOf, isDraft }),
  }
}

/** `“…,” she said, “…”`: parts of one sentence by one speaker. */
function isOneWording(before: ProposedQuote, quote: ProposedQuote, draft: Draft): boolean {
  if (before.kind !== 'direct' || quote.kind !== 'direct') return false
  if (before.sentence !== quote.sentence || before.sentence < 0) return false
  const last = before.ranges.at(-1)
  const first = quote.ranges[0]
  if (!last || !first || last.block !== first.block) return false
  const words = (draft.capture.blocks[last.block]?.text ?? '').slice(last.start, last.end)
  return !/[.!?]["'’”»]$/.test(words)
}

/** What the text tells of a new speaker. */
export function proposeSpeaker({ name, kind, country }: Person): CompleteSpeaker {
  const isWords = kind === 'unnamed' || /^\p{Ll}/u.test(name)
  return {
    name: isWords ? name.charAt(0).toUpperCase() + name.slice(1) : name,
    kind,
    aliases: kind === 'person' && name.includes(' ') ? [name.slice(name.lastIndexOf(' ') + 1)] : [],
    country: country === 'EU' ? null : country,
  }
}

interface Rest {
  unconfirmed: readonly DecidedQuote[]
  unlinked: readonly Decision[]
  made: number
  events: number
  copies: readonly Copied[]
  copyOf: Copied | null
  isDraft: boolean
}

function toTodo({ unconfirmed, unlinked, made, events, copies, copyOf, isDraft }: Rest): string[] {
  const [near] = copies
  return [
    unconfirmed.length > 0 &&
      `Look at the ${unconfirmed.length} links whose title begins with ?: correct the speaker, or take out the mark.`,
    ...unlinked.map(
      ({ quote: { line, text } }) =>
        `Line ${line} of the capture: who says “${shorten(text)}”? Link it, or list it in terms.`,
    ),
    made > 0 &&
      `Complete the ${made === 1 ? 'new speaker' : `${made} new speakers`}: name, kind, roles and a sentence; then take out draft: true.`,
    events > 0 && 'Complete the new events, then take out draft: true.',
    copyOf &&
      `It is taken for a copy of ${copyOf.article.id} (copyOf). If its outlet wrote it itself, take the line out.`,
    !copyOf &&
      near &&
      `${Math.round(near.share * 100)} % of the text is in ${near.article.id} too. If it repeats it, add copyOf: ${near.article.id}`,
    'Link the events it reports, and name its topics.',
    isDraft && 'When all is confirmed, take out draft: true in the article.',
    'npm run check',
  ].filter((line) => typeof line === 'string')
}

function shorten(text: string): string {
  return text.length > 50 ? `${text.slice(0, 49)}…` : text
}
