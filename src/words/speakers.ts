/** What is said of speakers. */
import type { SpeakerView } from '../views/speaker.ts'
import { count } from './count.ts'
import { toWords } from './dates.ts'
import { say } from './say.ts'

/** What sort of speaker it is. */
export function speakerKindWords({ kind }: Pick<SpeakerView, 'kind'>): string {
  return say(`speakerKind.${kind}`)
}

/** How many speak, and how many of them no outlet names: `7 speakers, 2 of them not named`. */
export function countSpeakers({ speakers, unnamed }: { speakers: number; unnamed: number }): string {
  const all = count(speakers, 'speakers')
  return unnamed > 0 ? say('speakers.count', { speakers: all, n: unnamed }) : all
}

/** What the page of a speaker is about. */
export function describeSpeaker({ name, quotes }: Pick<SpeakerView, 'name' | 'quotes'>): string {
  return say('speaker.about', { name, statements: count(quotes.length, 'statements') })
}

/** `since 20 May 2019 until 2024`; empty when neither is known. */
export function termWords({ from, to }: SpeakerView['roles'][number]): string {
  if (from && to) return say('speaker.term', { from: toWords(from), to: toWords(to) })
  return from ? say('speaker.since', { from: toWords(from) }) : to ? say('speaker.until', { to: toWords(to) }) : ''
}
