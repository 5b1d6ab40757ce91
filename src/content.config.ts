import { defineCollection, z } from 'astro:content'
import type { Loader } from 'astro/loaders'
import { sourceOf } from './integrations/record-source.ts'
import type { CollectionName } from './loaders/content-loader.ts'
import { article, correction, event, outlet, place, quote, speaker, story, topic } from './schema/index.ts'

/**
 * The addresses that were published; which of the other collections have an entry: Astro warns of those that have none; and
 * the digest of the code that makes the pages.
 */
const published = z.object({ addresses: z.array(z.string()), filled: z.array(z.string()), code: z.string() })

export const collections = {
  articles: defineCollection({ loader: loaderOf('articles'), schema: article }),
  corrections: defineCollection({ loader: loaderOf('corrections'), schema: correction }),
  speakers: defineCollection({ loader: loaderOf('speakers'), schema: speaker }),
  events: defineCollection({ loader: loaderOf('events'), schema: event }),
  outlets: defineCollection({ loader: loaderOf('outlets'), schema: outlet }),
  places: defineCollection({ loader: loaderOf('places'), schema: place }),
  topics: defineCollection({ loader: loaderOf('topics'), schema: topic }),
  quotes: defineCollection({ loader: loaderOf('quotes'), schema: quote }),
  story: defineCollection({ loader: loaderOf('story'), schema: story }),
  published: defineCollection({ loader: loaderOf('published'), schema: published }),
}

/** The one reading of the folder is made beside Astro; its configuration leads there. */
function loaderOf(name: CollectionName): Loader {
  return { name: `on-record-${name}`, load: (context) => sourceOf(context.config).load(name, context) }
}
