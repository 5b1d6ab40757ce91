/** What the import asks an editor. Every question may be broken off; then nothing is written. */
import type { Readable, Writable } from 'node:stream'
import { styleText } from 'node:util'
import { autocomplete, cancel, confirm, intro, isCancel, log, multiselect, select, text } from '@clack/prompts'
import { diffWords } from 'diff'
import type { Copied, Draft, Facts, Known, ProposedQuote, SameAs } from '../import/propose.ts'
import type { Person } from '../import/who/people.ts'
import { surelyCopied } from '../sameness/copies.ts'
import { isDay, outletKinds } from '../schema/index.ts'
import { slug } from '../schema/names.ts'
import {
  type Decision,
  type Decisions,
  decideOne,
  type EventDecision,
  type NewOutlet,
  toDecisions,
} from './import-decisions.ts'
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
  const decisions: Decision[] = []
  const open = draft.quotes.filter((quote) => !quote.inTitle)
  const sure = open.filter((quote) => quote.certainty === 'certain')
  if (sure.length > 0) {
    const all = await confirm({ ...streams, message: `Take the ${sure.length} certain speakers as they are?` })
    if (isCancel(all)) return breakOff(streams)
    if (!all) for (const quote of sure) quote.certainty = 'likely'
  }
  const people = new Map<string, Person>()
  for (const quote of open) if (quote.person) people.set(quote.person.id ?? quote.person.name, quote.person)
  for (const quote of open) {
    const decision = decideOne(quote)
    decision.sameAs = null
    if (quote.certainty !== 'certain') {
      const done = await askSpeaker(decision, people, known, streams)
      if (!done) return breakOff(streams)
    }
    if (decision.person?.id) {
      for (const candidate of quote.same) {
        if (decision.sameAs || candidate.quote.speaker.id !== decision.person.id) continue
        const answer = await askSame(quote, candidate, streams)
        if (answer === null) return breakOff(streams)
        if (answer === 'same') decision.sameAs = candidate.quote.id
        else if (answer === 'different') decision.notSameAs.push(candidate.quote.id)
      }
    }
    decisions.push(decision)
  }
  const copyOf = await askCopy(draft, streams)
  if (copyOf === undefined) return breakOff(streams)
  const events = await askEvents(draft, streams)
  if (!events) return breakOff(streams)
  const agreed = await confirm({ ...streams, message: 'Write the files?' })
  if (isCancel(agreed) || !agreed) return breakOff(streams)
  return toDecisions(draft, decisions, { events, outlet, copyOf })
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

async function askSpeaker(
  decision: Decision,
  people: Map<string, Person>,
  { record }: Known,
  streams: Streams,
): Promise<boolean> {
  const { quote } = decision
  log.message(describeQuote(quote).join('\n'), streams)
  const proposed = quote.person
  const answer = await select({
    ...streams,
    message: quote.kind === 'indirect' ? 'Is this reported speech?' : 'Who says it?',
    options: [
      ...(proposed ? [{ value: 'yes', label: proposed.name, hint: 'as proposed' }] : []),
      { value: 'other', label: 'Somebody else' },
      ...(quote.kind === 'indirect'
        ? [{ value: 'none', label: 'No link' }]
        : [{ value: 'term', label: 'Nobody: list it as a term' }]),
      { value: 'later', label: 'Later', hint: 'stays marked as unconfirmed' },
    ],
    initialValue: quote.term ? 'term' : proposed ? 'yes' : 'other',
  })
  if (isCancel(answer)) return false
  if (answer === 'yes') decision.confirmed = true
  if (answer === 'none') decision.person = null
  if (answer === 'term') {
    decision.person = null
    decision.isTerm = true
  }
  if (answer === 'other') {
    const here = [...people.entries()].map(([key, person]) => ({
      value: key,
      label: person.name,
      hint: person.id ? person.id : 'new',
    }))
    const others = record.speakers
      .filter(({ id }) => !people.has(id))
      .map(({ id, name }) => ({ value: id, label: name, hint: id }))
    const chosen = await autocomplete({
      ...streams,
      message: 'Speaker',
      options: [...here, ...others, { value: '+', label: 'A new speaker' }],
    })
    if (isCancel(chosen)) return false
    if (chosen === '+') {
      const name = await text({
        ...streams,
        message: 'Name, as the site will use it',
        validate: (value) => (slug(value ?? '') ? undefined : 'Expected a name.'),
      })
      if (isCancel(name)) return false
      const kind = await select({
        ...streams,
        message: 'What sort of speaker',
        options: (['person', 'organisation', 'group', 'unnamed'] as const).map((value) => ({ value, label: value })),
      })
      if (isCancel(kind)) return false
      const person: Person = { id: null, name: name.trim(), kind, gender: null, roles: new Set(), country: null }
      people.set(person.name, person)
      decision.person = person
    } else {
      const speaker = record.speakers.find(({ id }) => id === chosen)
      decision.person =
        people.get(chosen as string) ??
        (speaker
          ? { id: speaker.id, name: speaker.name, kind: speaker.kind, gender: null, roles: new Set(), country: null }
          : null)
    }
    decision.confirmed = decision.person !== null
  }
  return true
}

async function askSame(
  quote: ProposedQuote,
  { quote: other, wording, likeness }: SameAs,
  streams: Streams,
): Promise<'same' | 'different' | 'later' | null> {
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
    ],
    initialValue: likeness.warning ? 'later' : 'same',
  })
  return isCancel(answer) ? null : (answer as 'same' | 'different' | 'later')
}

/** The words of `before`, with what `after` has not, and the other way round. */
export function markDifference(before: string, after: string): string {
  return diffWords(before, after)
    .map(({ value, added, removed }) =>
      added ? styleText('green', `+${value.trim()}+ `) : removed ? styleText('red', `-${value.trim()}- `) : value,
    )
    .join('')
}

async function askEvents(draft: Draft, streams: Streams): Promise<EventDecision[] | null> {
  const found = draft.dates.flatMap((date) => {
    if (
      draft.quotes.some(
        (quote) =>
          !quote.term &&
          quote.ranges.some((range) => range.block === date.block && range.start < date.end && date.start < range.end),
      )
    )
      return []
    const text = draft.capture.blocks[date.block]?.text ?? ''
    const start = Math.max(text.lastIndexOf('. ', date.start) + 2, 0)
    const stop = text.indexOf('. ', date.end)
    const from = start === 1 ? 0 : start
    const sentence = text.slice(from, stop < 0 ? text.length : stop).replace(/\.$/, '')
    if (
      draft.quotes.some(
        (quote) =>
          !quote.term &&
          quote.ranges.some(
            (range) => range.block === date.block && range.start < from + sentence.length && from < range.end,
          ),
      )
    )
      return []
    return [{ date, sentence, start: from }]
  })
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
  const events: EventDecision[] = []
  for (const index of chosen) {
    const { date, sentence, start } = found[index] as (typeof found)[number]
    const title = await text({
      ...streams,
      message: `Title of the event: ${sentence.slice(0, 70)}`,
      validate: (value) => (value?.trim() ? undefined : 'Expected a few neutral words.'),
    })
    if (isCancel(title)) return null
    const future = date.edtf.startsWith('../') || date.edtf > (draft.facts.published ?? '')
    events.push({
      title: title.trim(),
      status: future ? 'expected' : 'happened',
      date: date.edtf,
      words: date.words,
      block: date.block,
      start,
      end: start + sentence.length,
    })
  }
  return events
}

function breakOff(streams: Streams): null {
  cancel('Nothing was written.', streams)
  process.exitCode = 1
  return null
}
