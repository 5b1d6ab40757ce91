import { defineCollection } from 'astro:content'
import { loaderOf } from './loaders/collections.ts'
import {
  article,
  correction,
  event,
  outlet,
  page,
  place,
  quote,
  settings,
  speaker,
  story,
  topic,
} from './schema/index.ts'

/** What a record is made of, a collection a noun: pages get it from these. */
export const collections = {
  articles: defineCollection({ loader: loaderOf('articles'), schema: article }),
  corrections: defineCollection({ loader: loaderOf('corrections'), schema: correction }),
  speakers: defineCollection({ loader: loaderOf('speakers'), schema: speaker }),
  events: defineCollection({ loader: loaderOf('events'), schema: event }),
  outlets: defineCollection({ loader: loaderOf('outlets'), schema: outlet }),
  pages: defineCollection({ loader: loaderOf('pages'), schema: page }),
  places: defineCollection({ loader: loaderOf('places'), schema: place }),
  topics: defineCollection({ loader: loaderOf('topics'), schema: topic }),
  quotes: defineCollection({ loader: loaderOf('quotes'), schema: quote }),
  story: defineCollection({ loader: loaderOf('story'), schema: story }),
  settings: defineCollection({ loader: loaderOf('settings'), schema: settings }),
}
