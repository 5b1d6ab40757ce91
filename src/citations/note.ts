/** Sentences that several formats share. */
import type { Citation } from './citation.ts'

/** Whose words, and the words: `Mara Łodzińska, said 1 March 2031: “We will not wait”`; null when there is neither. */
export function toNote({ about, words }: Citation): string | null {
  return [about, words].filter(Boolean).join(': ') || null
}

/** With a full stop, unless it ends on a mark of its own. */
export function toSentence(text: string): string {
  return /[.?!…][”"]?$/u.test(text) ? text : `${text}.`
}

/** Who is named as author: the speaker where words are cited, else the agency or the outlet; nobody of a page of ours. */
export function authorOf({ agency, is, speaker, work }: Citation): string | null {
  return is === 'web page' ? null : (speaker?.name ?? agency ?? work)
}

/** What the words are contained in: with the wire, unless that is the author. */
export function containerOf({ credit, speaker, work }: Citation): string {
  return speaker ? credit : work
}
