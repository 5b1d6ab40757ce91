/** What the pages say about speakers. */
import { count } from './describe.ts'
import { compareNewest } from './newest.ts'
import { roleOn } from './roles.ts'
import type { Quote, Speaker, When } from './types.ts'

const kinds = {
  person: 'Person',
  organisation: 'Organisation',
  group: 'Group',
  unnamed: 'Not named by the outlet',
} as const

/** What sort of speaker it is, in words. */
export function kindOfSpeaker({ kind }: Speaker): string {
  return kinds[kind]
}

/** How many they are, the unnamed counted apart: `5 speakers and 2 voices that no outlet names`. */
export function describeSpeaking(speakers: readonly Speaker[]): string {
  const unnamed = speakers.filter(({ kind }) => kind === 'unnamed').length
  const named = count(speakers.length - unnamed, 'speaker')
  return unnamed > 0 ? `${named} and ${count(unnamed, 'voice')} that no outlet names` : named
}

/** Aliases that no copy of this record uses; search finds them all the same. */
export function unusedAliases({ name, aliases, spellings }: Speaker): string[] {
  const used = new Set([name, ...spellings.map((spelling) => spelling.name)])
  return aliases.filter((alias) => !used.has(alias))
}

/** Those who say most first; by name among those who say as much. */
export function compareSpeakers(a: Speaker, b: Speaker): number {
  return b.quotes.length - a.quotes.length || a.name.localeCompare(b.name, 'en')
}

/** The newest words of a speaker; null when nothing is on record. */
export function newestOf({ quotes }: Speaker): Quote | null {
  return quotes.toSorted(compareNewest)[0] ?? null
}

/** The office a speaker held when they said their newest words, or else on the given day; null when none is certain. */
export function lastRole(speaker: Speaker, day: When | null): string | null {
  return newestOf(speaker)?.role ?? (day ? roleOn(speaker.roles, day) : null)
}
