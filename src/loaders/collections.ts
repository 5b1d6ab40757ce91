/** The record, as Astro's collections have it: what pages are made from. */
import { type CollectionEntry, getCollection } from 'astro:content'
import { compare, getOrMake } from '../lists.ts'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import type { NewsRecord } from '../record/types.ts'
import { toViews, type Views } from '../views/views.ts'
import { type Noun, nouns } from './names.ts'

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
  const [entry] = await getCollection('published')
  const { addresses: published = [], filled = [], code = '' } = entry?.data ?? {}
  const lists = nouns.map(async (noun) => {
    const found: CollectionEntry<Noun>[] = filled.includes(noun) ? await getCollection(noun) : []
    return [noun, found.map(toEntry).sort((a, b) => compare(a.path, b.path))] as const
  })
  const { story, ...others } = Object.fromEntries(await Promise.all(lists))
  const entries = { ...others, story: story?.[0] ?? null } as unknown as Entries
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
function toEntry({ data, id, rendered }: CollectionEntry<Noun>) {
  const { body = 'null', path = '', reading } = (rendered?.metadata ?? {}) as { [name: string]: string }
  return { id, path, data, ...(reading ? { reading: JSON.parse(reading) } : { body: JSON.parse(body) }) }
}
