/** Writes the feeds of the record in all their formats: `<site>/feeds/`. */
import { toFeeds } from '../feeds/feeds.ts'
import { feedFormats } from '../feeds/formats.ts'
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'
import { writeBelow } from './write-below.ts'

/** Writes them below the folder of the site; says how many. */
export async function writeFeeds(views: Views, folder: string): Promise<string> {
  const write = writeBelow(folder)
  const feeds = toFeeds(views)
  for (const feed of feeds) {
    for (const { file, write: toText } of feedFormats) write(`${urls.feed(feed.name)}${file}`, toText(feed))
  }
  return `${feeds.length} feeds`
}
