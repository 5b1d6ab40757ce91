/** What is said of speakers. */
import type { SpeakerView } from '../views/speaker.ts'
import { count } from './count.ts'
import { toWords } from './dates.ts'

/** What sort of speaker it is. */
export const speakerKindWords: { readonly [kind in SpeakerView['kind']]: string } = {
  person: 'Person',
  organisation: 'Organisation',
  group: 'Group',
  unnamed: 'Not named by the outlet',
}

/** How many they are, the unnamed counted apart: `5 speakers and 2 voices that no outlet names`. */
export function describeSpeaking({ named, unnamed }: { named: number; unnamed: number }): string {
  const speakers = count(named, 'speaker')
  return unnamed > 0 ? `${speakers} and ${count(unnamed, 'voice')} that no outlet names` : speakers
}

/** What the page of a speaker is about. */
export function describeSpeaker({ name, quotes }: Pick<SpeakerView, 'name' | 'quotes'>): string {
  return `${name}: ${count(quotes.length, 'quote')} on record, in the order they were said.`
}

/** ` since 20 May 2019 until 2024` */
export function termWords({ from, to }: SpeakerView['roles'][number]): string {
  return `${from ? ` since ${toWords(from)}` : ''}${to ? ` until ${toWords(to)}` : ''}`
}
