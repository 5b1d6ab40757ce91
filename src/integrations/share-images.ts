/** Draws the pictures of the pages: `<site>/share/`. */
import { join } from 'node:path'
import { imagesOf } from '../images/choose.ts'
import { writeImages } from '../images/write-images.ts'
import type { NewsRecord } from '../record/types.ts'
import { base, cacheFolder } from '../site.ts'

/** Writes all pictures below the folder of the site; says how many there are and how many of them had to be drawn. */
export async function writePictures(record: NewsRecord, folder: string): Promise<{ pictures: number; drawn: number }> {
  const { site, own } = imagesOf(record)
  const wanted = [site, ...own.values()].map(({ card, path }) => ({
    card,
    file: decodeURIComponent(path.slice(base.length)),
  }))
  const drawn = await writeImages(wanted, folder, join(cacheFolder, 'share-images'))
  return { pictures: wanted.length, drawn }
}
