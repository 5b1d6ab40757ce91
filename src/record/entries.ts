/** What the record is built from: content files, already read and found sound in themselves. */
import type { Prose } from '../markdown/prose.ts'
import type { Reading } from '../markdown/reading.ts'
import type {
  ArticleData,
  CorrectionData,
  EventData,
  OutletData,
  PageData,
  PlaceData,
  QuoteData,
  SettingsData,
  SpeakerData,
  StoryData,
  TopicData,
  WordsData,
} from '../schema/index.ts'

/** A content file: its id is its name (`speaker/fragment` for a quote), its body is rendered prose. */
export interface Entry<Data> {
  id: string
  /** Path from the content folder. */
  path: string
  data: Data
  body: Prose
}

export interface ArticleEntry {
  id: string
  path: string
  data: ArticleData
  reading: Reading
}

export interface Entries {
  story: Entry<StoryData> | null
  settings: Entry<SettingsData> | null
  words: Entry<WordsData> | null
  articles: ArticleEntry[]
  corrections: Entry<CorrectionData>[]
  speakers: Entry<SpeakerData>[]
  events: Entry<EventData>[]
  outlets: Entry<OutletData>[]
  pages: Entry<PageData>[]
  places: Entry<PlaceData>[]
  topics: Entry<TopicData>[]
  quotes: Entry<QuoteData>[]
}
