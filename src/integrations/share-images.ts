/** Draws the pictures of the pages after the build: `<site>/share/`. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { imagesOf } from '../images/choose.ts'
import { writeImages } from '../images/write-images.ts'
import { getRecord } from '../loaders/from-disk.ts'
import { base, cacheFolder } from '../site.ts'

export function shareImages(): AstroIntegration {
  return {
    name: 'on-record:share-images',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { site, own } = imagesOf(await getRecord())
        const wanted = [site, ...own.values()].map(({ card, path }) => ({
          card,
          file: decodeURIComponent(path.slice(base.length)),
        }))
        const drawn = await writeImages(wanted, fileURLToPath(dir), join(cacheFolder, 'share-images'))
        logger.info(`${wanted.length} pictures, ${drawn} of them drawn`)
      },
    },
  }
}
