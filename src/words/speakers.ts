/** What is said of speakers. */
import type { SpeakerView } from '../views/speaker.ts'
import { count, toNumber } from './count.ts'
import { toWords } from './dates.ts'

/** What sort of speaker it is. */
export const speakerKindWords: { readonly [kind in SpeakerView['kind']]: string } = {
  person: 'Person',
  organisation: 'Organisation',
  group: 'Group',
  unnamed: 'Not named by the outlet',
}

/** How many speak, and how many of them no outlet names: `7 speakers, 2 of them not named`. */
export function countSpeakers({ speakers, unnamed }: { speakers: number; unnamed: number }): string {
  return count(speakers, 'speaker') + (unnamed > 0 ? `, ${toNumber(unnamed)} of them not named` : '')
}

/** What the page of a speaker is about. */
export function describeSpeaker({ name, quotes }: Pick<SpeakerView, 'name' | 'quotes'>): string {
  return `${name}: ${count(quotes.length, 'statement')}, in the order they were said.`
}

/** ` since 20 May 2019 until 2024` */
export function termWords({ from, to }: SpeakerView['roles'][number]): string {
  return `${from ? ` since ${toWords(from)}` : ''}${to ? ` until ${toWords(to)}` : ''}`
}
