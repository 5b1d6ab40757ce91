/** Writes the feeds of the record in all their formats: `<site>/feeds/`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toFeeds } from '../feeds/feeds.ts'
import { feedFormats } from '../feeds/formats.ts'
import type { NewsRecord } from '../record/types.ts'
import { base } from '../site.ts'
import { urls } from '../urls.ts'

/** Writes them below the folder of the site; returns how many feeds there are. */
export async function writeFeeds(record: NewsRecord, folder: string): Promise<number> {
  const feeds = toFeeds(record)
  for (const feed of feeds) {
    const place = join(folder, decodeURIComponent(urls.feed(feed.name).slice(base.length)))
    await mkdir(place, { recursive: true })
    await Promise.all(feedFormats.map(({ file, write }) => writeFile(join(place, file), write(feed))))
  }
  return feeds.length
}
