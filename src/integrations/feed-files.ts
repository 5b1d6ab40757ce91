/** Writes the feeds of the record in all their formats: `<site>/feeds/`. */
import { toFeeds } from '../feeds/feeds.ts'
import { feedFormats } from '../feeds/formats.ts'
import type { Content } from '../loaders/content.ts'
import { urls } from '../urls.ts'
import { writeBelow } from './write-below.ts'

/** Writes them below the folder of the site; says how many. */
export async function writeFeeds({ record }: Content, folder: Promise<string>): Promise<string> {
  const write = writeBelow(await folder)
  const feeds = toFeeds(record)
  for (const feed of feeds) {
    for (const { file, write: toText } of feedFormats) write(`${urls.feed(feed.name)}${file}`, toText(feed))
  }
  return `${feeds.length} feeds`
}
