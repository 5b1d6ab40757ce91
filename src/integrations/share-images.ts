/** Draws the pictures of the pages: `<site>/share/`. */
import { join } from 'node:path'
import { formerImagesOf, imagesOf } from '../images/choose.ts'
import { writeImages } from '../images/write-images.ts'
import type { Content } from '../loaders/content.ts'
import { base, cacheFolder } from '../site.ts'

/** Writes all pictures below the folder of the site; says how many there are and how many of them had to be drawn. */
export async function writePictures({ record }: Content, folder: Promise<string>): Promise<string> {
  const { site, own } = imagesOf(record)
  const wanted = [site, ...own.values(), ...formerImagesOf(record)].map(({ card, path }) => ({
    card,
    file: decodeURIComponent(path.slice(base.length)),
  }))
  const drawn = await writeImages(wanted, await folder, join(cacheFolder, 'share-images'))
  return `${wanted.length} pictures, ${drawn} of them drawn`
}
