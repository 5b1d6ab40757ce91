/** The record as pages have it: of what was read last. */
import { getOrMake } from '../lists.ts'
import type { NewsRecord } from '../record/types.ts'
import { toViews, type Views } from '../views/views.ts'

export function getRecord(): NewsRecord {
  return globalThis.recordSource.content().record
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
