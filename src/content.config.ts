import { defineCollection } from 'astro:content'

// The configuration has loaded schemas and loaders already: imported here, Vite would transform and run each of them again.
const of = globalThis.recordSource.collections

/** What a record is made of, a collection a noun: pages get it from these. */
export const collections = {
  articles: defineCollection(of.articles),
  corrections: defineCollection(of.corrections),
  speakers: defineCollection(of.speakers),
  events: defineCollection(of.events),
  outlets: defineCollection(of.outlets),
  pages: defineCollection(of.pages),
  places: defineCollection(of.places),
  topics: defineCollection(of.topics),
  quotes: defineCollection(of.quotes),
  story: defineCollection(of.story),
  settings: defineCollection(of.settings),
  words: defineCollection(of.words),
}
