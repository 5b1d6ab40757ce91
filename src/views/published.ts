/**
 * The contract of the data files under `/data/`: other programs rely on it. A file is a list of views, with what all files
 * have in common. `version` grows when a field changes its meaning or goes; fields, and kinds of event, may be added.
 */
import { z } from 'zod'
import { take } from '../lists.ts'
import { article } from './article.ts'
import { correction, withdrawn } from './correction.ts'
import { event } from './event.ts'
import { outlet } from './outlet.ts'
import { quote } from './quote.ts'
import { words } from './shapes.ts'
import { reach, type SiteView, story } from './site.ts'
import { speaker } from './speaker.ts'
import { topic } from './topic.ts'
import { place, type Views } from './views.ts'

const head = {
  version: z
    .literal(2)
    .describe('Version of the contract: it grows when a field changes its meaning or goes, not when one is added.'),
  licence: z
    .strictObject({
      record: z.literal('CC0-1.0').describe('What the record adds of its own is given away.'),
      recordUrl: words.describe('The text of that licence.'),
      words: words.describe('Whose the rest is.'),
    })
    .describe('Whose the data is.'),
  story: story.omit({ contact: true }),
  extent: reach.shape.extent,
  asOf: reach.shape.asOf,
}

/** The files, by their names without `.json`. */
export const publishedFiles = {
  quotes: z
    .strictObject({ ...head, quotes: z.array(quote) })
    .describe('Every quote, with each article’s wording of it.'),
  events: z.strictObject({ ...head, events: z.array(event) }).describe('What happened and what is expected.'),
  articles: z
    .strictObject({ ...head, articles: z.array(article), outlets: z.array(outlet) })
    .describe('Every article, its copy aside, and the outlets.'),
  speakers: z.strictObject({ ...head, speakers: z.array(speaker) }).describe('Everyone who speaks or is named.'),
  topics: z
    .strictObject({ ...head, topics: z.array(topic), places: z.array(place) })
    .describe('The questions of the story, and the places that search knows by every spelling.'),
  corrections: z
    .strictObject({ ...head, corrections: z.array(correction), withdrawn: z.array(withdrawn) })
    .describe('What the record has taken back.'),
}
export type PublishedName = keyof typeof publishedFiles
export type Published<Name extends PublishedName> = z.output<(typeof publishedFiles)[Name]>

export const publishedNames = Object.keys(publishedFiles) as PublishedName[]

/** A file, addresses as paths. */
export function toPublished<Name extends PublishedName>(views: Views, name: Name): Published<Name> {
  const lists = Object.keys(publishedFiles[name].shape).filter((field) => !(field in head)) as (keyof Views)[]
  return { ...toHead(views.site), ...take(views, ...lists) } as unknown as Published<Name>
}

function toHead(site: SiteView) {
  return {
    version: 2,
    licence: {
      record: 'CC0-1.0',
      recordUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
      words:
        'The record itself (who, when, where, what about, which article) is dedicated to the public domain. The titles and words taken from articles belong to their authors and publishers; they are not ours to license.',
    },
    story: take(site, 'name', 'subject', 'language', 'url'),
    ...take(site, 'extent', 'asOf'),
  }
}
