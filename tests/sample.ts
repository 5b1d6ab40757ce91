/** Small fictional records of Markdown files, read as every record is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTexts } from '../src/loaders/content.ts'
import { readContent } from '../src/loaders/from-disk.ts'
import type { NewsRecord } from '../src/record/types.ts'
import { toViews } from '../src/views/views.ts'
import { listFiles, projectFolder, testSites } from './sites.ts'

type Texts = { [path: string]: string }

/** Two articles on a fictional bridge, one utterance in two wordings. */
export const bridge = readFixture('bridge')

/** Names that a search stumbles over: diacritics, apostrophes, hyphens, two scripts, a surname that two people share. */
export const difficult = readFixture('names')

/** One event told in twenty languages. */
export const languages = readFixture('languages')

/** The record of these files, another at each call: a test may change it. */
export function toRecord(texts: Texts): NewsRecord {
  return parseTexts(texts).record
}

/** Records that everything made of a record is tried on. */
export const records = [
  { name: 'a small record', record: toRecord(bridge) },
  { name: 'the record of the fixture', record: readContent(join(projectFolder, testSites.small.content)).record },
  { name: 'a record that is followed', record: readContent(join(projectFolder, testSites.followed.content)).record },
  { name: 'the real record', record: readContent(join(projectFolder, testSites.real.content)).record },
].map((one) => ({ ...one, views: toViews(one.record) }))

function readFixture(name: string): Texts {
  const folder = join(projectFolder, 'tests/fixtures', name, 'content')
  return Object.fromEntries(listFiles(folder, /\.md$/).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
