import { defineCollection } from 'astro:content'
import { recordLoader } from './loaders/content-loader.ts'
import { article, correction, event, outlet, place, quote, speaker, story, topic } from './schema/index.ts'

export const collections = {
  articles: defineCollection({ loader: recordLoader('articles'), schema: article }),
  corrections: defineCollection({ loader: recordLoader('corrections'), schema: correction }),
  speakers: defineCollection({ loader: recordLoader('speakers'), schema: speaker }),
  events: defineCollection({ loader: recordLoader('events'), schema: event }),
  outlets: defineCollection({ loader: recordLoader('outlets'), schema: outlet }),
  places: defineCollection({ loader: recordLoader('places'), schema: place }),
  topics: defineCollection({ loader: recordLoader('topics'), schema: topic }),
  quotes: defineCollection({ loader: recordLoader('quotes'), schema: quote }),
  story: defineCollection({ loader: recordLoader('story'), schema: story }),
}
