/** What the import asks an editor. Every question may be broken off; then nothing is written. */
import type { Readable, Writable } from 'node:stream'
import { styleText } from 'node:util'
import { autocomplete, cancel, confirm, intro, isCancel, log, multiselect, select, text } from '@clack/prompts'
import { diffWords } from 'diff'
import {
  type Decision,
  type Decisions,
  decideOne,
  type NewOutlet,
  type NewSpeaker,
  proposeSpeaker,
} from '../import/decisions.ts'
import { basisOf, findEvents, statusOf } from '../import/events.ts'
import type { Copied, Draft, Facts, Known, ProposedQuote, SameAs } from '../import/propose.ts'
import type { Person } from '../import/who/people.ts'
import { surelyCopied } from '../sameness/copies.ts'
import { eventKinds, isDay, outletKinds, speakerKinds, standings } from '../schema/index.ts'
import { slug } from '../schema/names.ts'
import { describeQuote } from './import-report.ts'

/** Where the questions are asked; the terminal of the process when left out. */
export interface Streams {
  input?: Readable
  output?: Writable
}

export type Missing = 'title' | 'outlet' | 'published' | 'url' | 'language'

/** Asks for what is missing; null when the editor breaks off. */
export async function askFacts(
  facts: Facts,
  missing: readonly Missing[],
  { record }: Known,
  streams: Streams = {},
): Promise<{ facts: Facts; outlet: NewOutlet | null } | null> {
  intro('Import', streams)
  let made: NewOutlet | null = null
  const answers = { ...facts }
  if (missing.includes('outlet')) {
    const chosen = await autocomplete({
      ...streams,
      message: 'Outlet',
      options: [
        ...record.outlets.map(({ id, name }) => ({ value: id, label: name, hint: id })),
        { value: '+', label: 'A new outlet' },
      ],
    })
    if (isCancel(chosen)) return breakOff(streams)
    if (chosen === '+') {
      const name = await text({
        ...streams,
        message: 'Its name',
        validate: (value) => (slug(value ?? '') ? undefined : 'Expected a few words.'),
      })
      if (isCancel(name)) return breakOff(streams)
      const kind = await select({
        ...streams,
        message: 'What sort of outlet',
        options: outletKinds.map((value) => ({ value, label: value })),
      })
      if (isCancel(kind)) return breakOff(streams)
      made = { id: slug(name), name, kind, url: null }
      answers.outlet = made.id
    } else answers.outlet = chosen as string
  }
  if (missing.includes('title')) {
    const title = await text({
      ...streams,
      message: 'Headline',
      validate: (value) => (value?.trim() ? undefined : 'Expected a few words.'),
    })
    if (isCancel(title)) return breakOff(streams)
    answers.title = title.trim()
  }
  if (missing.includes('published')) {
    const day = await text({
      ...streams,
      message: 'Day of publication',
      placeholder: '2025-08-21',
      validate: (value) => (isDay(value ?? '') ? undefined : 'Expected a day, as 2025-08-21.'),
    })
    if (isCancel(day)) return breakOff(streams)
    answers.published = day
  }
  if (missing.includes('url')) {
    const url = await text({
      ...streams,
      message: 'Address of the page',
      placeholder: 'https://…',
      validate: (value) =>
        /^https?:\/\/[^\s/]+\.\S+$/.test(value ?? '') ? undefined : 'Expected an address that starts with https://.',
    })
    if (isCancel(url)) return breakOff(streams)
    answers.url = url
    if (made) made.url = new URL(url).origin
  }
  if (missing.includes('language')) {
    const language = await text({
      ...streams,
      message: 'Language of the text',
      placeholder: 'uk',
      validate: (value) => (/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(value ?? '') ? undefined : 'Expected a tag, as uk.'),
    })
    if (isCancel(language)) return breakOff(streams)
    answers.language = language
  }
  return { facts: answers, outlet: made }
}

/** Whether an article that is there may be replaced; breaks off when not. */
export async function askReplacing(path: string, streams: Streams = {}): Promise<boolean> {
  const agreed = await confirm({
    ...streams,
    message: `${path} is there already. Replace it?`,
    initialValue: false,
  })
  if (agreed === true) return true
  breakOff(streams)
  return false
}

/** Goes through what is not certain; null when the editor breaks off. */
export async function askDecisions(
  draft: Draft,
  outlet: NewOutlet | null,
  known: Known,
  streams: Streams = {},
): Promise<Decisions | null> {
  const open = draft.quotes.filter((quote) => !quote.inTitle)
  const sure = open.filter((quote) => quote.certainty === 'certain')
  if (sure.length > 0) {
    const all = await confirm({ ...streams, message: `Take the ${sure.length} certain speakers as they are?` })
    if (isCancel(all)) return breakOff(streams)
    if (!all) for (const quote of sure) quote.certainty = 'likely'
  }
  const table: Table = { draft, known, streams, people: new Map(), chosen: [], instead: new Map(), speakers: new Map() }
  for (const quote of open) if (quote.person) table.people.set(quote.person.id ?? quote.person.name, quote.person)
  const decisions: Decision[] = []
  // The quotes that something was asked of, to go back to.
  const asked: number[] = []
  while (decisions.length < open.length) {
    const index = decisions.length
    const answer = await askQuote(open[index] as ProposedQuote, table, asked.length > 0)
    if (answer === null) return breakOff(streams)
    if (answer === 'back') {
      decisions.length = asked.pop() ?? 0
      continue
    }
    if (answer.isAsked) asked.push(index)
    decisions.push(answer.decision)
  }
  if (!(await askSpeakers(decisions, table))) return breakOff(streams)
  const copyOf = await askCopy(draft, streams)
  if (copyOf === undefined) return breakOff(streams)
  const events = await askEvents(draft, streams)
  if (!events) return breakOff(streams)
  const agreed = await confirm({ ...streams, message: 'Write the files?' })
  if (isCancel(agreed) || !agreed) return breakOff(streams)
  return { quotes: decisions, events, outlet, copyOf, speakers: table.speakers }
}

/** The article whose text it repeats; undefined when the editor breaks off. */
async function askCopy({ copies }: Draft, streams: Streams): Promise<Copied | null | undefined> {
  const [near] = copies
  if (!near) return null
  const answer = await confirm({
    ...streams,
    message: `${Math.round(near.share * 100)} % of the text is in ${near.article.id} too (${near.article.outlet.name}). Is it a copy, and no report of its own?`,
    initialValue: near.share >= surelyCopied,
  })
  if (isCancel(answer)) return undefined
  return answer ? near : null
}

/** What the questions go by: the answers before help the next. */
interface Table {
  draft: Draft
  known: Known
  streams: Streams
  people: Map<string, Person>
  /** Keys of those chosen, the last one first. */
  chosen: string[]
  /** Who was taken in place of whom. */
  instead: Map<Person, Person>
  /** What was said of new speakers, by the name that the text has for them. */
  speakers: Map<string, NewSpeaker>
}

/** Asks all there is to ask of a quote; null when the editor breaks off. */
async function askQuote(
  quote: ProposedQuote,
  table: Table,
  canGoBack: boolean,
): Promise<{ decision: Decision; isAsked: boolean } | 'back' | null> {
  const decision = decideOne(quote)
  decision.sameAs = null
  let isAsked = false
  if (quote.certainty !== 'certain') {
    isAsked = true
    const done = await askSpeaker(decision, table, canGoBack)
    if (done !== true) return done
  }
  if (!decision.person?.id) return { decision, isAsked }
  for (const candidate of quote.same) {
    if (decision.sameAs || candidate.quote.speaker.id !== decision.person.id) continue
    const answer = await askSame(quote, candidate, table.streams, canGoBack || isAsked)
    if (answer === null) return null
    if (answer === 'back') return isAsked ? askQuote(quote, table, canGoBack) : 'back'
    isAsked = true
    if (answer === 'same') decision.sameAs = candidate.quote.id
    else if (answer === 'different') decision.notSameAs.push(candidate.quote.id)
  }
  return { decision, isAsked }
}

const back = { value: 'back', label: 'Back', hint: 'to the question before' } as const

/** The paragraph of a quote, its words between marks. */
function showParagraph({ ranges }: ProposedQuote, { capture }: Draft): string {
  return ranges
    .map(({ block, start, end }) => {
      const text = capture.blocks[block]?.text ?? ''
      return `${text.slice(0, start)}${styleText('inverse', `⟦${text.slice(start, end)}⟧`)}${text.slice(end)}`
    })
    .join('\n')
}

async function askSpeaker(decision: Decision, table: Table, canGoBack: boolean): Promise<true | 'back' | null> {
  const { streams, people, instead, draft, known } = table
  const { quote } = decision
  log.message([showParagraph(quote, draft), ...describeQuote(quote)].join('\n'), streams)
  const proposed = quote.person && (instead.get(quote.person) ?? quote.person)
  const answer = await select({
    ...streams,
    message: quote.kind === 'indirect' ? 'Is this reported speech?' : 'Who says it?',
    options: [
      ...(proposed
        ? [
            {
              value: 'yes',
              label: proposed.name,
              hint: proposed === quote.person ? 'as proposed' : 'as answered before',
            },
          ]
        : []),
      { value: 'other', label: 'Somebody else' },
      ...(quote.kind === 'indirect'
        ? [{ value: 'none', label: 'No link' }]
        : [{ value: 'term', label: 'Nobody: list it as a term' }]),
      { value: 'later', label: 'Later', hint: 'stays marked as unconfirmed' },
      ...(canGoBack ? [back] : []),
    ],
    // A key pressed without a look makes nobody's words of nobody.
    initialValue: quote.term ? 'later' : proposed ? 'yes' : 'other',
  })
  if (isCancel(answer)) return null
  if (answer === 'back') return 'back'
  if (answer === 'yes') {
    decision.person = proposed
    decision.confirmed = true
  }
  if (answer === 'none') decision.person = null
  if (answer === 'term') {
    decision.person = null
    decision.isTerm = true
  }
  if (answer !== 'other') return true
  const here = [...people.entries()].map(([key, person]) => ({
    value: key,
    label: person.name,
    hint: person.id ? person.id : 'new',
  }))
  const last = ({ value }: { value: string }) => (table.chosen.indexOf(value) + 1 || 1000) - 1
  const others = known.record.speakers
    .filter(({ id }) => !people.has(id))
    .map(({ id, name }) => ({ value: id, label: name, hint: id }))
  const chosen = await autocomplete({
    ...streams,
    message: 'Speaker',
    options: [...here.sort((a, b) => last(a) - last(b)), ...others, { value: '+', label: 'A new speaker' }],
  })
  if (isCancel(chosen)) return null
  const person = chosen === '+' ? await askNewSpeaker(table) : findPerson(chosen as string, table)
  if (person === null) return null
  const key = person.id ?? person.name
  people.set(key, person)
  table.chosen = [key, ...table.chosen.filter((one) => one !== key)]
  if (quote.person) instead.set(quote.person, person)
  decision.person = person
  decision.confirmed = true
  return true
}

function findPerson(key: string, { people, known }: Table): Person | null {
  const named = people.get(key)
  const speaker = known.record.speakers.find(({ id }) => id === key)
  if (named || !speaker) return named ?? null
  const { id, name, kind } = speaker
  return { id, name, kind, gender: null, roles: new Set(), country: null }
}

async function askNewSpeaker({ streams, speakers }: Table): Promise<Person | null> {
  const answer = await askNameAndKind({ name: '', kind: 'person' }, streams)
  if (!answer) return null
  const { name, kind } = answer
  const person: Person = { id: null, name, kind, gender: null, roles: new Set(), country: null }
  speakers.set(name, { ...proposeSpeaker(person), name })
  return person
}

/** Asks of every new speaker what the text cannot tell for certain; false when the editor breaks off. */
async function askSpeakers(decisions: readonly Decision[], { streams, speakers }: Table): Promise<boolean> {
  for (const { person, confirmed } of decisions) {
    if (!person || person.id || !confirmed || speakers.has(person.name)) continue
    const proposed = proposeSpeaker(person)
    const answer = await askNameAndKind(proposed, streams)
    if (!answer) return false
    speakers.set(person.name, { ...proposed, ...answer })
  }
  return true
}

async function askNameAndKind(
  proposed: Pick<NewSpeaker, 'name' | 'kind'>,
  streams: Streams,
): Promise<Pick<NewSpeaker, 'name' | 'kind'> | null> {
  const name = await text({
    ...streams,
    message: 'Name, as the site will use it',
    initialValue: proposed.name,
    validate: (value) => (slug(value ?? '') ? undefined : 'Expected a name.'),
  })
  if (isCancel(name)) return null
  const kind = await select({
    ...streams,
    message: 'What sort of speaker',
    options: speakerKinds.map((value) => ({ value, label: value })),
    initialValue: proposed.kind,
  })
  return isCancel(kind) ? null : { name: name.trim(), kind }
}

async function askSame(
  quote: ProposedQuote,
  { quote: other, wording, likeness }: SameAs,
  streams: Streams,
  canGoBack: boolean,
): Promise<'same' | 'different' | 'later' | 'back' | null> {
  log.message(
    [
      `here     ${quote.clause ?? quote.text}`,
      `record   ${markDifference(wording, quote.clause ?? quote.text)}`,
      `         ${other.id}, ${likeness.score}`,
    ].join('\n'),
    streams,
  )
  if (likeness.warning) log.warn(likeness.warning, streams)
  const answer = await select({
    ...streams,
    message: 'The same utterance?',
    options: [
      { value: 'same', label: 'Same', hint: 'another wording of it' },
      { value: 'different', label: 'Different', hint: 'not asked again' },
      { value: 'later', label: 'Later' },
      ...(canGoBack ? [back] : []),
    ],
    initialValue: likeness.warning ? 'later' : 'same',
  })
  return isCancel(answer) ? null : (answer as 'same' | 'different' | 'later' | 'back')
}

/** The words of `before`, with what `after` has not, and the other way round. */
export function markDifference(before: string, after: string): string {
  return diffWords(before, after)
    .map(({ value, added, removed }) =>
      added ? styleText('green', `+${value.trim()}+ `) : removed ? styleText('red', `-${value.trim()}- `) : value,
    )
    .join('')
}

async function askEvents(draft: Draft, streams: Streams): Promise<Decisions['events'][number][] | null> {
  const found = findEvents(draft)
  if (found.length === 0) return []
  const chosen = await multiselect({
    ...streams,
    message: 'Begin an event for any of these? (space chooses, enter goes on)',
    options: found.map(({ date, sentence }, index) => ({
      value: index,
      label: `${date.edtf}  ${sentence.length > 80 ? `${sentence.slice(0, 79)}…` : sentence}`,
    })),
    required: false,
  })
  if (isCancel(chosen)) return null
  const events: Decisions['events'][number][] = []
  for (const index of chosen) {
    const { date, sentence, range } = found[index] as (typeof found)[number]
    const title = await text({
      ...streams,
      message: `Title of the event: ${sentence.slice(0, 70)}`,
      validate: (value) => (value?.trim() ? undefined : 'Expected a few neutral words.'),
    })
    if (isCancel(title)) return null
    const kind = await select({
      ...streams,
      message: 'What sort of event',
      options: eventKinds.map((value) => ({ value, label: value })),
      initialValue: 'other' as const,
    })
    if (isCancel(kind)) return null
    const status = statusOf(date, draft)
    const standing =
      status === 'expected'
        ? await select({
            ...streams,
            message: 'How firmly was it announced',
            options: standings.map((value) => ({ value, label: value })),
          })
        : null
    if (isCancel(standing)) return null
    events.push({
      title: title.trim(),
      kind,
      status,
      standing,
      date: date.edtf,
      dateBasis: basisOf(date, draft),
      ranges: [range],
    })
  }
  return events
}

function breakOff(streams: Streams): null {
  cancel('Nothing was written.', streams)
  process.exitCode = 1
  return null
}
