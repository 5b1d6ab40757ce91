import { defineCollection } from 'astro:content'
import { loaderOf } from './loaders/collections.ts'
import { schemas } from './loaders/content-file.ts'

/** What a record is made of, a collection a noun: pages get it from these. */
export const collections = {
  articles: defineCollection({ loader: loaderOf('articles'), schema: schemas.articles }),
  corrections: defineCollection({ loader: loaderOf('corrections'), schema: schemas.corrections }),
  speakers: defineCollection({ loader: loaderOf('speakers'), schema: schemas.speakers }),
  events: defineCollection({ loader: loaderOf('events'), schema: schemas.events }),
  outlets: defineCollection({ loader: loaderOf('outlets'), schema: schemas.outlets }),
  pages: defineCollection({ loader: loaderOf('pages'), schema: schemas.pages }),
  places: defineCollection({ loader: loaderOf('places'), schema: schemas.places }),
  topics: defineCollection({ loader: loaderOf('topics'), schema: schemas.topics }),
  quotes: defineCollection({ loader: loaderOf('quotes'), schema: schemas.quotes }),
  story: defineCollection({ loader: loaderOf('story'), schema: schemas.story }),
  settings: defineCollection({ loader: loaderOf('settings'), schema: schemas.settings }),
  words: defineCollection({ loader: loaderOf('words'), schema: schemas.words }),
}
