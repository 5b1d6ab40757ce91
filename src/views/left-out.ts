/**
 * What the record knows and its views do not say, and why. The types below hold this list and the views together: a field
 * of the record that reaches neither does not compile.
 */
import type {
  Article,
  Correction,
  Figure,
  NewsEvent,
  Outlet,
  Place,
  Quote,
  Report,
  Speaker,
  Topic,
  WithdrawnQuote,
  Wording,
} from '../record/types.ts'
import type { ArticleView } from './article.ts'
import type { CorrectionView, WithdrawnView } from './correction.ts'
import type { EventView, FigureView, ReportView } from './event.ts'
import type { OutletView } from './outlet.ts'
import type { QuoteView } from './quote.ts'
import type { SpeakerView } from './speaker.ts'
import type { TopicView } from './topic.ts'
import type { PlaceView } from './views.ts'
import type { WordingView } from './wording.ts'

/** Each noun: what the record has of it, and its view. */
interface Nouns {
  article: [Article, ArticleView]
  correction: [Correction, CorrectionView]
  event: [NewsEvent, EventView]
  figure: [Figure, FigureView]
  outlet: [Outlet, OutletView]
  place: [Place, PlaceView]
  quote: [Quote, QuoteView]
  report: [Report, ReportView]
  speaker: [Speaker, SpeakerView]
  topic: [Topic, TopicView]
  withdrawn: [WithdrawnQuote, WithdrawnView]
  wording: [Wording, WordingView]
}

const tree = 'The same sentences as a tree, for our own pages; `summary` has their words.'

/** Fields that a view has not, by noun, each with why. */
export const leftOut = {
  article: {
    address: 'It is `source`: `url` is our page.',
    blocks: 'The copy is its publisher’s; where it may be printed, it stands on the page of the article.',
    copy: 'The same, with its links.',
    wordings: 'They stand with their quotes.',
    reports: 'They stand with their events.',
    notes: 'Wordings, reports and mentions again, in the order of the text.',
  },
  correction: {},
  event: { summaryNodes: tree },
  figure: {},
  outlet: { summaryNodes: tree, summary: 'No page shows it.', url: 'It is `homepage`.' },
  place: {},
  quote: { fragment: 'It is the second half of `id`.', with: 'No page shows further speakers yet.' },
  report: {
    event: 'A report stands in its event.',
    parts: '`text` and `narrative` join them.',
    wording: 'It is `spoken`.',
  },
  speaker: { summaryNodes: tree },
  topic: { summaryNodes: tree },
  withdrawn: { fragment: 'It is the second half of `id`, and as words it is `name`.' },
  wording: { quote: 'A wording stands in its quote.' },
} as const satisfies { [Noun in keyof Nouns]: { [Field in keyof Nouns[Noun][0]]?: string } }

/** The fields of something that neither its view nor a list of what is left out names. */
export type Untold<Thing, View, LeftOut> = Exclude<keyof Thing, keyof View | keyof LeftOut>

type UntoldOfAll = {
  [Noun in keyof Nouns]: `${Noun}.${Untold<Nouns[Noun][0], Nouns[Noun][1], (typeof leftOut)[Noun]> & string}`
}[keyof Nouns]

/** Does not compile while any field is untold; the message names it. */
export const told: [UntoldOfAll] extends [never] ? true : UntoldOfAll = true
