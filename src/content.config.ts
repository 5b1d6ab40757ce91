import { defineCollection } from 'astro:content'
import { loaderOf } from './loaders/collections.ts'
import { article, correction, event, outlet, place, quote, speaker, story, topic } from './schema/index.ts'

/** What a record is made of, a collection a noun: pages get it from these. */
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
}
