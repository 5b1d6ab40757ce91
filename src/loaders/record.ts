/** The record as pages have it: of Astro's collections in a build; while somebody writes, of what was read last. */
import { getCollection } from 'astro:content'
import { getOrMake } from '../lists.ts'
import { buildRecord } from '../record/build-record.ts'
import type { NewsRecord, OwnPage } from '../record/types.ts'
import { aboutId } from '../urls.ts'
import { toViews, type Views } from '../views/views.ts'
import { speak } from '../words/say.ts'
import { filledOf, type Stored, toEntries } from './collections.ts'
import { type Noun, nouns } from './names.ts'

const { language, texts } = globalThis.recordSource.spoken()
speak(language, texts)

// Through Astro's store, all of a record would be written, read and parsed again on every edit: some seconds of a thousand
// articles.
const built = import.meta.env.PROD ? await collect() : null

export function getRecord(): NewsRecord {
  return built ?? globalThis.recordSource.content().record
}

/** The page on the record itself: the story's own, or the words that a new story begins with. */
export function getAbout(): OwnPage {
  return getRecord().pages.find(({ id }) => id === aboutId) ?? globalThis.recordSource.about()
}

/** Paths that were published, without the base. */
export function getPublished(): string[] {
  return globalThis.recordSource.content().lock.map(({ address }) => address)
}

const views = new WeakMap<NewsRecord, Views>()

/** All views of the record, for what is made of the whole of it. */
export function getViews(): Views {
  const record = getRecord()
  return getOrMake(views, record, () => toViews(record))
}

/** What stands around every page. */
export function getSite(): Views['site'] {
  return getViews().site
}

async function collect(): Promise<NewsRecord> {
  const filled = filledOf(globalThis.recordSource.content().entries)
  const lists = nouns.map(async (noun) => [noun, filled.includes(noun) ? await getCollection(noun) : []] as const)
  const stored = Object.fromEntries<Stored[]>(await Promise.all(lists)) as { [noun in Noun]: Stored[] }
  return buildRecord(toEntries(stored), getPublished())
}
