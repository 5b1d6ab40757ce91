/** What becomes of a proposal: the decisions, and the files they make. */

import { getOrMake } from '../lists.ts'
import { toEntryText } from '../loaders/file-text.ts'
import type { NewFile } from '../loaders/write-files.ts'
import { surelyCopied } from '../sameness/copies.ts'
import { surelySame } from '../sameness/wordings.ts'
import * as schema from '../schema/index.ts'
import { isDay } from '../schema/index.ts'
import { free, orNumber, slug, toFragment } from '../schema/names.ts'
import type { Copied, Draft, Known, ProposedQuote } from './propose.ts'
import type { Person } from './who/people.ts'
import type { Range } from './who/text.ts'
import { type Link, toArticleText } from './write.ts'

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

/** What an editor, or the text, says of a new speaker. */
export type NewSpeaker = Pick<schema.SpeakerData, 'name' | 'kind' | 'aliases' | 'roles' | 'country'>

/** What is said of a new outlet. */
export type NewOutlet = Pick<schema.OutletData, 'name' | 'kind' | 'url'> & { id: string; country?: string | null }

/** An event to begin a file for. */
export interface NewEvent extends Pick<schema.EventData, 'title' | 'kind' | 'status' | 'date' | 'dateBasis'> {
  standing?: schema.EventData['standing']
  place?: string | null
  announcedBy?: string | null
}

/** All that is decided of an article. */
export interface Decisions {
  quotes: readonly Decision[]
  events: readonly (NewEvent & { ranges: readonly Range[] })[]
  outlet: NewOutlet | null
  /** The article on record whose text it repeats. */
  copyOf: Copied | null
  topics?: readonly string[]
  /** Reports of events on record. */
  reports?: readonly ({ event: string } & Range)[]
  /** What was said of new speakers, by the name that the proposal has for them. */
  speakers?: ReadonlyMap<string, NewSpeaker>
}

/** Accepts what is certain, and nothing else. */
export function decide({ quotes, copies: [copy] }: Draft): Decisions {
  const decided = quotes.filter((quote) => !quote.inTitle).map(decideOne)
  return { quotes: decided, events: [], outlet: null, copyOf: copy && copy.share >= surelyCopied ? copy : null }
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

/** The files that decisions make, the article last, and what is left to do. */
export function toFiles(
  draft: Draft,
  { quotes, events, outlet, copyOf, topics = [], reports = [], speakers = new Map() }: Decisions,
  articleId: string,
  known: Known,
): { files: NewFile[]; todo: string[] } {
  const { facts, capture, copies } = draft
  const added = new Date().toISOString().slice(0, 10)
  const newSpeakers = new Map<string, NewFile & { id: string; isComplete: boolean }>()
  const speakerIds = new Set(known.record.speakers.map(({ id }) => id))
  const toId = (person: Person): string =>
    person.id ??
    getOrMake(newSpeakers, person.name.toLowerCase(), () => {
      const told = speakers.get(person.name)
      const name = told?.name ?? person.name
      const id = free(orNumber(slug(name), name, 'speaker'), speakerIds)
      speakerIds.add(id)
      const text = toEntryText(schema.speaker, told ?? { ...proposeSpeaker(person), draft: true })
      return { id, isComplete: told !== undefined, path: `speakers/${id}.md`, text }
    }).id

  const fragments = new Map<string, Set<string>>()
  const linked: (Decision & { speaker: string; fragment: string })[] = []
  const mentions: Link[] = []
  const quoteFiles = new Map<string, NewFile>()
  const unlinked: ProposedQuote[] = []
  for (const decision of quotes) {
    const { quote, person, sameAs, notSameAs, isTerm, isMention, goesOn } = decision
    if (isTerm) continue
    if (!person || quote.ranges.length === 0) {
      if (quote.kind !== 'indirect') unlinked.push(quote)
      continue
    }
    const speaker = toId(person)
    if (isMention) {
      mentions.push({ ranges: quote.ranges, label: speaker, target: `../speakers/${speaker}.md` })
      continue
    }
    const taken = getOrMake(fragments, speaker, () => new Set(known.fragments?.get(speaker)))
    const before = linked.at(-1)
    const isPart = before?.speaker === speaker && (goesOn ?? isOneWording(before.quote, quote, draft))
    const onRecord = sameAs?.startsWith(`${speaker}/`) ? sameAs.slice(speaker.length + 1) : null
    const fragment = onRecord ?? (isPart ? before.fragment : toFragment(quote.clause ?? quote.text, taken))
    taken.add(fragment)
    linked.push({ ...decision, speaker, fragment })
    const also = quote.person === person ? quote.also.map(toId).filter((id) => id !== speaker) : []
    const path = `quotes/${speaker}/${fragment}.md`
    const others = notSameAs.map((id) => id.replace('/', '#'))
    const values = { with: also.length > 0 && also, notSameAs: others.length > 0 && others }
    if (others.length > 0 || (also.length > 0 && onRecord === null))
      getOrMake(quoteFiles, path, () => ({ path, text: toEntryText(schema.quote, values) }))
  }

  const eventIds = new Set(known.record.events.map(({ id }) => id))
  const allReports = [...reports]
  const eventFiles = events.map(({ ranges, ...event }): NewFile => {
    const day = event.date && isDay(event.date) ? `${event.date}-` : ''
    const id = free(`${day}${toFragment(event.title, new Set(), 5)}`, eventIds)
    eventIds.add(id)
    allReports.push(...ranges.map((range) => ({ ...range, event: id })))
    return { path: `events/${id}.md`, text: toEntryText(schema.event, { ...event, speakers: [], topics: [], added }) }
  })

  // Of an article that keeps only its quotes, the name of a thing is not kept.
  const open = unlinked.filter(({ term }) => !term || facts.rights !== 'quotes')
  const unconfirmed = linked.filter(({ confirmed }) => !confirmed).length
  const unknown = [...newSpeakers.values()].filter(({ isComplete }) => !isComplete).length
  const isDraft = unconfirmed > 0 || open.length > 0 || unknown > 0
  const isLost = capture.warnings.some((warning) => warning.startsWith('The opening may be lost'))
  const isDayOfPage = capture.published && capture.published.day === facts.published
  const text = toArticleText({
    front: {
      ...facts,
      ...{ title: facts.title ?? '', published: facts.published ?? '', url: facts.url ?? '' },
      ...{ outlet: outlet?.id ?? facts.outlet ?? '', copyOf: copyOf?.article.id, topics, added, draft: isDraft },
      publishedBasis: isDayOfPage && `the page says ${capture.published?.because}`,
      captureNote: isLost && 'The capture may have lost its opening.',
      terms: [...new Set(quotes.filter(({ isTerm }) => isTerm).map(({ quote }) => quote.text))],
    },
    blocks: capture.blocks,
    links: [...linked.sort(byKind).map(toLink), ...mentions, ...allReports.map(toReport)],
    keep: unlinked.flatMap(({ term, ranges }) => (term ? [] : ranges)),
  })
  const newOutlet = outlet && { path: `outlets/${outlet.id}.md`, text: toEntryText(schema.outlet, { ...outlet }) }
  const [near] = copies
  const todo = [
    unconfirmed > 0 &&
      `Look at the ${unconfirmed} links whose title begins with ?: correct the speaker, or take out the mark.`,
    ...open.map(
      ({ line, text: words }) =>
        `Line ${line} of the capture: who says “${words.length > 50 ? `${words.slice(0, 49)}…` : words}”? Link it, or list it in terms.`,
    ),
    unknown > 0 &&
      `Complete the ${unknown === 1 ? 'new speaker' : `${unknown} new speakers`}: name, kind, roles and a sentence; then take out draft: true.`,
    copyOf &&
      `It is taken for a copy of ${copyOf.article.id} (copyOf). If its outlet wrote it itself, take the line out.`,
    !copyOf &&
      near &&
      `${Math.round(near.share * 100)} % of the text is in ${near.article.id} too. If it repeats it, add copyOf: ${near.article.id}`,
    'Link the events it reports, and name its topics.',
    isDraft && 'When all is confirmed, take out draft: true in the article.',
    'npm run check',
  ].filter((line) => typeof line === 'string')
  const others = [...newSpeakers.values(), ...(newOutlet ? [newOutlet] : []), ...eventFiles, ...quoteFiles.values()]
  const files = [...others, { path: `articles/${articleId}.md`, text }]
  return { files: files.map(({ path, text: words }) => ({ path, text: words })), todo }
}

/** Quoted words first: a clause that overlaps them gives way. */
function byKind(a: Decision, b: Decision): number {
  const order = { direct: 0, mixed: 1, indirect: 2 }
  return order[a.quote.kind] - order[b.quote.kind]
}

function toLink({ quote, speaker, fragment, confirmed }: Decision & { speaker: string; fragment: string }): Link {
  const title = [quote.said, quote.context].filter(Boolean).join(', ')
  const mark = confirmed ? title : `? ${title}`.trim()
  return { ranges: quote.ranges, label: fragment, target: `../speakers/${speaker}.md#${fragment}`, title: mark }
}

function toReport({ event, ...range }: { event: string } & Range): Link {
  return { ranges: [range], label: event.replace(/^\d{4}-\d{2}-\d{2}-/, ''), target: `../events/${event}.md` }
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
export function proposeSpeaker({ name, kind, country }: Person): NewSpeaker {
  const isWords = kind === 'unnamed' || /^\p{Ll}/u.test(name)
  return {
    name: isWords ? name.charAt(0).toUpperCase() + name.slice(1) : name,
    kind,
    aliases: kind === 'person' && name.includes(' ') ? [name.slice(name.lastIndexOf(' ') + 1)] : [],
    roles: [],
    country: country === 'EU' ? null : country,
  }
}
