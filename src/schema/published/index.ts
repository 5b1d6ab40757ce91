/** The contract of the data files under `/data/`: other programs rely on it. Nothing is left out and nothing is added. */
export { type ArticlesFile, articlesFile } from './articles.ts'
export { type EventsFile, eventsFile } from './events.ts'
export { type QuotesFile, quotesFile } from './quotes.ts'
export { type SpeakersFile, speakersFile } from './speakers.ts'
export { type TopicsFile, topicsFile } from './topics.ts'
