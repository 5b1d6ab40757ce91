/** What `npm run new` can begin: what it asks for, and what it makes of the answers. */
import type { z } from 'zod'
import { readSettings } from '../loaders/from-disk.ts'
import {
  article,
  event,
  eventKinds,
  eventStatuses,
  isDay,
  outlet,
  outletKinds,
  speaker,
  speakerKinds,
  standings,
  story,
  topic,
} from '../schema/index.ts'
import { slug, toArticleId } from '../schema/names.ts'

export interface Field {
  ask: string
  example: string
  /** The values to choose from. */
  choices?: readonly string[]
  /** The folder that has a file of this name. */
  in?: string
  /** May be left out. */
  optional?: boolean
  /** The value as the schema has it. */
  toValue?: (words: string) => string
}

export type Answers = { [name: string]: string | undefined }

export interface Noun {
  /** Where its file goes; empty for the story, which is one file of its own. */
  folder: string
  /** The field the file is named after. */
  named: string
  fields: { [name: string]: Field }
  /** The front matter. */
  toFront: (answers: Answers) => { [field: string]: unknown }
  /** The file's name, from the words it is named after; else their letters. */
  toName?: (answers: Answers, words: string) => string
  /** What is to be done next. */
  next?: string
  /** By it an answer to a field of its name is judged. */
  schema: z.ZodObject
}

const country: Field = { ask: 'Country, in two letters (leave empty when not certain)', example: 'UA', optional: true }

const today = () => new Date().toISOString().slice(0, 10)

export const nouns: { readonly [noun: string]: Noun } = {
  article: {
    folder: 'articles',
    named: 'title',
    fields: {
      title: { ask: 'The headline, as published', example: 'Bridge closes' },
      outlet: { ask: 'Whose page it is: the name of a file in outlets/', example: 'the-ledger', in: 'outlets' },
      published: { ask: 'The day it was published', example: '2025-03-02' },
      url: { ask: 'The address of the page', example: 'https://ledger.example.org/bridge-closes' },
      language: { ask: 'Its language (en, uk, …)', example: 'en' },
    },
    toFront: (answers) => ({ ...answers, topics: [], rights: 'quotes', terms: [], added: today() }),
    toName: ({ published = '' }, words) => (slug(words) === '' ? '' : toArticleId(published, words)),
    schema: article,
    next: 'Below the lines, paste the sentences that carry a quote or a report, and link them, as content/README.md explains.',
  },
  speaker: {
    folder: 'speakers',
    named: 'name',
    fields: {
      name: { ask: 'Name, as the site will use it', example: 'Mara Lodzinska' },
      kind: { ask: 'What sort of speaker', example: 'person', choices: speakerKinds },
      role: { ask: 'Office (leave empty when there is none)', example: 'Mayor of Port Ellis', optional: true },
      country,
    },
    toFront: ({ name, kind, role, country }) => ({
      name,
      kind,
      aliases: [],
      roles: role ? [{ title: role }] : [],
      country,
    }),
    schema: speaker,
    next: 'Write every other spelling of the name under `aliases`, in the script of each language of your articles: search finds only what is there. Below the lines, add one or two neutral sentences of your own.',
  },
  event: {
    folder: 'events',
    named: 'title',
    fields: {
      title: { ask: 'What happened, neutral and without figures', example: 'The bridge is shut' },
      kind: {
        ask: 'What sort of event',
        example: 'decision',
        choices: [...eventKinds, ...Object.keys(readSettings().eventKinds ?? {})],
      },
      status: { ask: 'Its status', example: 'happened', choices: eventStatuses },
      standing: {
        ask: 'How firmly it was announced (leave empty when it has happened)',
        example: 'promised',
        choices: standings,
        optional: true,
      },
      date: { ask: 'When, in EDTF (leave empty when nobody says)', example: '2025-03-01', optional: true },
      dateBasis: { ask: 'The words the date rests on', example: 'on Saturday, in an article of 2 March 2025' },
      announcedBy: {
        ask: 'The quote that announces it (leave empty when it has happened)',
        example: 'mara-lodzinska#not-wait',
        optional: true,
      },
    },
    toFront: ({ title, kind, status, standing, date = null, dateBasis, announcedBy }) => ({
      title,
      kind,
      status,
      standing,
      date,
      dateBasis,
      announcedBy,
      speakers: [],
      topics: [],
      added: today(),
    }),
    toName: ({ date = '' }, words) => (isDay(date) && slug(words) !== '' ? `${date}-${slug(words)}` : slug(words)),
    schema: event,
  },
  outlet: {
    folder: 'outlets',
    named: 'name',
    fields: {
      name: { ask: 'Name', example: 'The Ledger' },
      kind: { ask: 'What sort of outlet', example: 'newspaper', choices: outletKinds },
      url: {
        ask: 'Its home page (leave empty when there is none)',
        example: 'https://ledger.example.org',
        optional: true,
      },
      country,
    },
    toFront: ({ name, kind, url, country }) => ({ name, kind, url, country }),
    schema: outlet,
  },
  topic: {
    folder: 'topics',
    named: 'name',
    fields: { name: { ask: 'A question people ask', example: 'Will there be a ferry?' } },
    toFront: ({ name }) => ({ name, aliases: [], quotes: [] }),
    schema: topic,
  },
  story: {
    folder: '',
    named: 'name',
    fields: {
      name: { ask: 'Name of the site', example: 'Harbour Record' },
      subject: { ask: 'What the story is about, in a few words', example: 'The rebuilding of the harbour' },
      language: { ask: 'Language of the site (en, uk, pt-BR, …)', example: 'en' },
      contact: {
        ask: 'Where corrections go: an e-mail address or a web address',
        example: 'corrections@example.org',
        toValue: (words) => (/^[^\s@:/]+@[^\s@]+$/.test(words) ? `mailto:${words}` : words),
      },
    },
    toFront: ({ subject, language }) => ({ subject, language, following: true }),
    schema: story,
  },
}
