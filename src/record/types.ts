/**
 * What the record knows. Objects point at each other, so a page that holds a quote holds its speaker and its articles.
 * Everything here is sorted and complete: pages and feeds choose and print, they do not compute.
 */
import type { ProseNode } from '../markdown/nodes.ts'
import type { Block, Kind, Piece } from '../markdown/reading.ts'
import type {
  ArticleData,
  CorrectionKind,
  EventData,
  OutletData,
  PageData,
  PlaceData,
  SettingsData,
  SpeakerData,
  StoryData,
  TopicData,
  WordsData,
} from '../schema/index.ts'

export type { Kind, Piece, ProseNode }

/** A date with its uncertainty. Bounds are milliseconds since 1970 in UTC, both inclusive; open ends are infinite. */
export interface When {
  edtf: string
  earliest: number
  latest: number
}

/** What a day rests on where nobody has said it in words of their own. */
export const saidBases = {
  article: 'as the article gives it',
  source: 'a source other than the article',
  wordings: 'the days on which its wordings agree',
} as const

/** One linked stretch of an article's text. */
export interface Part {
  kind: Kind
  /** The words as the article has them, outer quotation marks and the comma before a closing mark left out. */
  text: string
  /** The same words told apart: what is quoted and what is not. A direct part is one quoted piece. */
  pieces: Piece[]
  /** Id of its element in our copy of the article. */
  anchor: string
  /** Number of its block in the article, from 0. */
  block: number
  /** The link's own words with all their quotation marks, exactly as captured. */
  verbatim: string
  /** The sentence it stands in: captured words before and after it. */
  before: string
  after: string
}

/** A quote as one article has it. */
export interface Wording {
  quote: Quote
  article: Article
  kind: Kind
  parts: Part[]
  /** Its parts joined by ` … `. */
  text: string
  /** The sentence (or sentences) around it, verbatim. */
  sentence: string
  said: When | null
  /** What the day rests on, in words that can be printed; null when no day is given. */
  saidBasis: string | null
  /** Address of the source of the day when it is known from elsewhere. */
  saidSource: string | null
  /** Where or to whom, in a few words of ours. */
  context: string | null
  /** Path of the words in our copy (with anchor); for `rights: excerpt` the excerpt page has the same anchors. */
  url: string
  /** Address of the words at the source, by text fragment. */
  sourceUrl: string
  /** And in copies at archives. */
  archived: { address: string; date: string }[]
}

/** An utterance. */
export interface Quote {
  /** `speaker/fragment` */
  id: string
  fragment: string
  speaker: Speaker
  /** The speaker's role on the day it was said (or reported), null when none is on record. */
  role: string | null
  kind: Kind
  said: When | null
  /** When it was first reported: the publication day of its earliest article. Use it only where `said` is null, and say "reported". */
  reported: When
  saidBasis: string | null
  saidSource: string | null
  context: string | null
  /** Most literal first, then by publication. The first one is the one to show large. */
  wordings: Wording[]
  topics: Topic[]
  /** Events that list it: as a report, as being about them, or as their announcement. */
  events: NewsEvent[]
  /** Speakers it is about. */
  about: Speaker[]
  /** Its words in the language they were spoken in, and the address that has them; null when they are not on record. */
  original: { words: string; language: string; source: string } | null
  /** Further speakers who say it together. */
  with: Speaker[]
  corrections: Correction[]
  url: string
}

/** Words by which an article reports an event; `quote` is set when they are somebody's reported or quoted speech. */
export interface Report {
  event: NewsEvent
  article: Article
  /** Parts joined by ` … `, verbatim. */
  text: string
  parts: Part[]
  wording: Wording | null
  url: string
  sourceUrl: string
}

export interface Figure {
  what: string
  value: number
  /** The article's words for it. */
  words: string
  scope: string | null
  /** Who gave it; null when the outlet gives it in its own voice. */
  saidBy: Speaker | null
  article: Article
}

/** Called NewsEvent because `Event` is the browser's. What its file says stands here too, with what it names in place of names. */
export interface NewsEvent
  extends Omit<
    EventData,
    | 'date'
    | 'slippedTo'
    | 'speakers'
    | 'topics'
    | 'announcedBy'
    | 'reportedIn'
    | 'quotes'
    | 'outcomeIn'
    | 'figures'
    | 'draft'
  > {
  id: string
  date: When | null
  speakers: Speaker[]
  topics: Topic[]
  announcedBy: Quote | null
  /** The report that says what came of it; null when no article is named for that. */
  outcomeReport: Report | null
  slippedTo: When | null
  /** Quotes about it or made there, those that report it and the announcement excluded. */
  quotes: Quote[]
  /** By publication; the wordings of quotes that report it are among them. */
  reports: Report[]
  figures: Figure[]
  /** One or two sentences of ours, with their links and as text. */
  summaryNodes: ProseNode[]
  summary: string
  corrections: Correction[]
  url: string
}

export interface Role {
  title: string
  from: When | null
  to: When | null
}

export interface Speaker extends Omit<SpeakerData, 'roles' | 'draft'> {
  id: string
  roles: Role[]
  summaryNodes: ProseNode[]
  summary: string
  /** In the order they were said (those without a day by when they were reported), then as their articles have them. */
  quotes: Quote[]
  /** Events they took part in. */
  events: NewsEvent[]
  /** Quotes of others about them. */
  spokenOf: Quote[]
  /** Articles that name them without quoting them, each with the anchors of the mentions. */
  mentions: Mention[]
  corrections: Correction[]
  url: string
}

interface Mention {
  speaker: Speaker
  article: Article
  anchor: string
  url: string
}

export interface Outlet extends Omit<OutletData, 'draft'> {
  id: string
  summaryNodes: ProseNode[]
  summary: string
  articles: Article[]
}

export interface Place extends PlaceData {
  id: string
}

export interface Topic extends Omit<TopicData, 'order' | 'quotes' | 'draft'> {
  id: string
  /** In the order they were said. */
  quotes: Quote[]
  events: NewsEvent[]
  articles: Article[]
  summaryNodes: ProseNode[]
  summary: string
  corrections: Correction[]
  url: string
}

/** What the margin of an article says beside a block, in the order of the text. */
type Note =
  | { is: 'wording'; block: number; anchor: string; wording: Wording }
  | { is: 'report'; block: number; anchor: string; report: Report }
  | { is: 'mention'; block: number; anchor: string; mention: Mention }

export interface Article
  extends Omit<
    ArticleData,
    'outlet' | 'copyOf' | 'published' | 'saidBasis' | 'url' | 'archived' | 'topics' | 'textHash' | 'draft'
  > {
  id: string
  outlet: Outlet
  /** The article whose text it repeats; it is then no report of its own. */
  copyOf: Article | null
  /** Those that repeat its text. */
  copies: Article[]
  published: When
  /** The captured page. */
  address: string
  /** Copies of it at archives. */
  archived: { address: string; date: string }[]
  topics: Topic[]
  blocks: Block[]
  /** The copy, block by block, sanitised and with anchors; index as in `blocks`. */
  copy: ProseNode[]
  wordings: Wording[]
  /** Reports in the outlet's own words. */
  reports: Report[]
  mentions: Mention[]
  notes: Note[]
  corrections: Correction[]
  url: string
}

/** A correction of the record, newest first in every list. */
export interface Correction {
  id: string
  date: When
  kind: CorrectionKind
  articles: Article[]
  events: NewsEvent[]
  speakers: Speaker[]
  topics: Topic[]
  quotes: Quote[]
  withdrawn: WithdrawnQuote[]
  /** What the record said. */
  was: string
  /** What it says now; null when something was taken off the record. */
  is: string | null
  why: string
  url: string
}

/** A quote that was on record and is no more. Its address stays, with this in its place. */
export interface WithdrawnQuote {
  /** `speaker/fragment` */
  id: string
  fragment: string
  speaker: Speaker
  date: When
  why: string
  corrections: Correction[]
  url: string
}

/** A page whose address has changed: paths without the base, with a slash at either end. */
export interface Move {
  from: string
  to: string
}

/** A page of the story's own. */
export interface OwnPage extends Omit<PageData, 'draft' | 'order'> {
  id: string
  bodyNodes: ProseNode[]
  url: string
}

export interface Story extends StoryData {
  name: string
  leadNodes: ProseNode[]
  lead: string
}

/** First and last publication day, as milliseconds UTC; null in an empty record. */
interface Extent {
  first: When
  last: When
}

/** Everything the site knows, sorted: articles by publication, events by interval, quotes by when they were said. */
export interface NewsRecord {
  story: Story
  articles: Article[]
  outlets: Outlet[]
  speakers: Speaker[]
  quotes: Quote[]
  events: NewsEvent[]
  topics: Topic[]
  places: Place[]
  pages: OwnPage[]
  settings: SettingsData
  /** Words of the interface in place of ours, by their names. */
  words: WordsData
  /** Newest first. */
  corrections: Correction[]
  withdrawn: WithdrawnQuote[]
  moves: Move[]
  extent: Extent | null
  /** The newest day on which anything came into the record or was changed in it: `2026-11-22`; null in an empty record. */
  asOf: string | null
}
