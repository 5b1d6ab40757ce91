/** Texts of a language that has no rules here: a speaker only where a name labels the words. */
import { getOrMake } from '../lists.ts'
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
  const byName = new Map(known.flatMap((one) => [one.name, ...one.aliases].map((name) => [fold(name), one] as const)))
  const made = new Map<string, Person>()
  return spans.map(({ parts }) => {
    const [first] = parts
    const text = blocks[first?.block ?? 0] ?? ''
    const before = text.slice(0, first?.start ?? 0)
    const name = labelForm.exec(before)?.[1] ?? ''
    const speaker = byName.get(fold(name))
    const person = speaker
      ? fromRecord(speaker, null)
      : name.includes(' ') && getOrMake(made, name, () => fromName(name, null))
    const sentence = { block: first?.block ?? 0, index: -1, start: 0, end: text.length, tokens: [] }
    const none = nobody(sentence, 'no rules read speakers in this language')
    return person ? { ...none, person, certainty: 'likely', because: `${name}:`, rule: 'label' } : none
  })
}

/** A paragraph that begins with a name and a colon, and nothing else before the words. */
const labelForm = /^\s*(?:[—–-]\s*)?(\p{Lu}[\p{L}\p{M}’'.-]+(?:\s+\p{Lu}[\p{L}\p{M}’'.-]+){0,3})\s*:\s*$/u
