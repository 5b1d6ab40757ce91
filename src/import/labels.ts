/** Texts of a language that has no rules here: a speaker only where a name labels the words. */
import type { Span } from '../markdown/quotation-marks.ts'
import { fromName, fromRecord, type KnownSpeaker, type Person } from './who/people.ts'
import type { Attribution } from './who/quotes.ts'
import { nobody } from './who/read.ts'
import { fold } from './who/text.ts'

/** Proposals for the quotations of a text in another language: `Name: “…”`, or unknown. */
export function attributeByLabel(
  blocks: readonly string[],
  spans: readonly Span[],
  known: readonly KnownSpeaker[],
): Attribution[] {
  const byName = new Map<string, KnownSpeaker>()
  for (const speaker of known) for (const name of [speaker.name, ...speaker.aliases]) byName.set(fold(name), speaker)
  const made = new Map<string, Person>()
  return spans.map(({ parts }) => {
    const [first] = parts
    const text = blocks[first?.block ?? 0] ?? ''
    const before = text.slice(0, first?.start ?? 0)
    const name = labelForm.exec(before)?.[1] ?? ''
    const speaker = byName.get(fold(name))
    const named = name.includes(' ') ? (made.get(name) ?? fromName(name, null)) : null
    const person = speaker ? fromRecord(speaker, null) : named
    if (person && !speaker) made.set(name, person)
    const sentence = { block: first?.block ?? 0, index: -1, start: 0, end: text.length, tokens: [] }
    const none = nobody(sentence, 'no rules read speakers in this language')
    return person ? { ...none, person, certainty: 'likely', because: `${name}:`, rule: 'label' } : none
  })
}

/** A paragraph that begins with a name and a colon, and nothing else before the words. */
const labelForm = /^\s*(?:[—–-]\s*)?(\p{Lu}[\p{L}\p{M}’'.-]+(?:\s+\p{Lu}[\p{L}\p{M}’'.-]+){0,3})\s*:\s*$/u
