/** The record, as Astro's collections have it: what pages are made from. */
import { type CollectionKey, getCollection } from 'astro:content'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import type { NewsRecord } from '../record/types.ts'
import { toViews, type Views } from '../views/views.ts'

/** The record, the addresses that were published, and what the pages are made by. */
export interface Collected {
  record: NewsRecord
  /** Paths without the base. */
  published: readonly string[]
  /** Digest of the code of the pages. */
  code: string
}

let known: { digest: string; collected: Collected } | undefined

/** Joins the collections into the record; the same one as long as none of them changes. */
export async function getRecord(): Promise<Collected> {
  if (known && import.meta.env.PROD) return known.collected
  const [lists] = await getCollection('published')
  const { addresses: published = [], filled = [], code = '' } = lists?.data ?? {}
  const get = <Name extends CollectionKey>(name: Name) => (filled.includes(name) ? getCollection(name) : [])
  const [articles, corrections, events, outlets, places, quotes, speakers, topics, [story]] = await Promise.all([
    get('articles'),
    get('corrections'),
    get('events'),
    get('outlets'),
    get('places'),
    get('quotes'),
    get('speakers'),
    get('topics'),
    get('story'),
  ])
  const all = [articles, corrections, events, outlets, places, quotes, speakers, topics, story ? [story] : []]
  const digest = JSON.stringify([published, all.map((list) => list.map((one) => [one.id, one.digest]))])
  if (known?.digest === digest) return known.collected
  const entries: Entries = {
    story: story ? (toEntry(story) as Entries['story']) : null,
    articles: articles.map(toEntry).sort(byPath) as Entries['articles'],
    corrections: corrections.map(toEntry).sort(byPath) as Entries['corrections'],
    events: events.map(toEntry).sort(byPath) as Entries['events'],
    outlets: outlets.map(toEntry).sort(byPath) as Entries['outlets'],
    places: places.map(toEntry).sort(byPath) as Entries['places'],
    quotes: quotes.map(toEntry).sort(byPath) as Entries['quotes'],
    speakers: speakers.map(toEntry).sort(byPath) as Entries['speakers'],
    topics: topics.map(toEntry).sort(byPath) as Entries['topics'],
  }
  const collected = { record: buildRecord(entries, published), published, code }
  known = { digest, collected }
  return collected
}

const views = new WeakMap<NewsRecord, Views>()

/** All views of the record, for what is made of the whole of it. */
export async function getViews(): Promise<Views> {
  const { record } = await getRecord()
  const known = views.get(record) ?? toViews(record)
  views.set(record, known)
  return known
}

/** What stands around every page. */
export async function getSite(): Promise<Views['site']> {
  return (await getViews()).site
}

/** An entry as it was read, from what the loader left in the store. */
function toEntry<Data>({
  data,
  id,
  rendered,
}: {
  data: Data
  id: string
  rendered?: { metadata?: Stored } | undefined
}) {
  const { body, path = '', reading } = (rendered?.metadata ?? {}) as Stored
  return { id, path, data, ...(reading ? { reading: JSON.parse(reading) } : { body: JSON.parse(body ?? 'null') }) }
}

/** What the loader leaves with an entry: its path, and what was read of its text. */
interface Stored {
  [name: string]: unknown
  path?: string
  reading?: string
  body?: string
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : 1
}
