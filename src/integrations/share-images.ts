/** Draws the pictures of the pages: `<site>/share/`. */
import { join } from 'node:path'
import { imagesOf } from '../images/choose.ts'
import { writeImages } from '../images/write-images.ts'
import { base, keptFolder } from '../site.ts'
import type { Views } from '../views/views.ts'

/** Writes all pictures below the folder of the site; says how many there are and how many of them had to be drawn. */
export async function writePictures(views: Views, folder: string): Promise<string> {
  const wanted = imagesOf(views).map(({ card, path }) => ({ card, file: decodeURIComponent(path.slice(base.length)) }))
  const drawn = await writeImages(wanted, folder, join(keptFolder, 'share-images'))
  return `${wanted.length} pictures, ${drawn} of them drawn`
}
