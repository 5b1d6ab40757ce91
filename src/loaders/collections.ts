/** The record, as Astro's collections have it: what pages are made from. */
import { type CollectionKey, getCollection } from 'astro:content'
import { getOrMake } from '../lists.ts'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import type { NewsRecord } from '../record/types.ts'
import { toViews, type Views } from '../views/views.ts'

/** The record, the addresses that were published, and what the pages are made by. */
export interface Collected {
  record: NewsRecord
  /** Paths without the base. */
  published: readonly string[]
  /** Digest of the code of the pages; empty while somebody writes, as nothing is kept then. */
  code: string
}

let known: Promise<Collected> | undefined

/** The record: joined from the collections once a build, as it was last read while somebody writes. */
export async function getRecord(): Promise<Collected> {
  if (import.meta.env.PROD) {
    known ??= collect()
    return known
  }
  const { record, lock } = await globalThis.recordWhileWriting()
  return { record, published: lock.map(({ address }) => address), code: '' }
}

async function collect(): Promise<Collected> {
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
  return { record: buildRecord(entries, published), published, code }
}

const views = new WeakMap<NewsRecord, Views>()

/** All views of the record, for what is made of the whole of it. */
export async function getViews(): Promise<Views> {
  const { record } = await getRecord()
  return getOrMake(views, record, () => toViews(record))
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
