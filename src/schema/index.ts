/** What a content file may say. One noun a file; types come from zod. */
export { type ArticleData, article, type Rights, rightsValues } from './article.ts'
export { type CorrectionData, type CorrectionKind, correction, correctionKinds } from './correction.ts'
export { day, edtfDate, isDay, isEdtf } from './dates.ts'
export {
  type EventData,
  type EventStatus,
  event,
  eventKinds,
  eventStatuses,
  standings,
} from './event.ts'
export { type OutletData, outlet, outletKinds } from './outlet.ts'
export { type PageData, page } from './page.ts'
export { type PlaceData, place } from './place.ts'
export { type QuoteData, quote } from './quote.ts'
export { coloursOf, noSettings, type SettingsData, settings } from './settings.ts'
export { type SpeakerData, speaker, speakerKinds } from './speaker.ts'
export { type StoryData, story } from './story.ts'
export { type TopicData, topic } from './topic.ts'
export { type WordsData, words } from './words.ts'
