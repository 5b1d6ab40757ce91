/** The list of everyone in the record, those who say most first. */
import type { NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'
import { compareSpeakers, countSpeaking, type SpeakerLine, toSpeakerLine } from './speaker.ts'

/** One page of all speakers. */
export interface SpeakerListView {
  page: PageOf
  /** How many have said something, on all pages, and how many of them no outlet names. */
  speakers: number
  unnamed: number
  /** Those of this page with words on record, and the others. */
  speaking: SpeakerLine[]
  silent: SpeakerLine[]
}

export function toSpeakerListViews({ extent, speakers }: NewsRecord): SpeakerListView[] {
  const counts = countSpeaking(speakers)
  return toPages(speakers.toSorted(compareSpeakers), pageSize.speakers).map(({ items, number, last }) => {
    const lines = items.map((speaker) => toSpeakerLine(speaker, extent?.last ?? null))
    return {
      page: { list: urls.speakers(), number, last },
      ...counts,
      speaking: lines.filter(({ total }) => total > 0),
      silent: lines.filter(({ total }) => total === 0),
    }
  })
}
