/**
 * Texts that are not in English. The rules for speakers, reported speech and dates read English alone, and would be
 * wrong in any other language: there, the quotations are found, and a speaker only where a name labels the words.
 */
import type { Span } from '../markdown/quotation-marks.ts'
import type { Person } from './people.ts'
import { fold, fromName, fromRecord, type KnownSpeaker } from './people.ts'
import type { Attribution } from './speakers.ts'

const commonWords = new Set(
  'the of and to in a that is was for on with as at by it he she they said from be have has had are were will would not his her their an which this but who'.split(
    ' ',
  ),
)

/** Whether a text reads as English: a quarter of its words, and hardly any of another language’s, are among the commonest. */
export function readsAsEnglish(blocks: readonly string[]): boolean {
  const words =
    blocks
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}’']+/gu) ?? []
  if (words.length < 12) return words.every((word) => /^[a-z’']+$/.test(word))
  const common = words.filter((word) => commonWords.has(word)).length
  return common / words.length > 0.15
}

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
    const person =
      name === ''
        ? null
        : speaker
          ? fromRecord(speaker)
          : name.includes(' ')
            ? (made.get(name) ?? fromName(name))
            : null
    if (person && !speaker) made.set(name, person)
    return {
      person,
      certainty: person ? 'likely' : 'unknown',
      because: person ? `${name}:` : 'the rules for speakers read English only',
      term: false,
      embedded: false,
      sentence: { block: first?.block ?? 0, index: -1, start: 0, end: text.length, tokens: [] },
      frame: null,
    }
  })
}

/** A paragraph that begins with a name and a colon, and nothing else before the words. */
const labelForm = /^\s*(?:[—–-]\s*)?(\p{Lu}[\p{L}\p{M}’'.-]+(?:\s+\p{Lu}[\p{L}\p{M}’'.-]+){0,3})\s*:\s*$/u
