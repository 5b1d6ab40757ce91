/** Small fictional records of Markdown files, read as every record is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTexts } from '../src/loaders/content.ts'
import type { NewsRecord } from '../src/record/types.ts'
import { projectFolder } from './sites.ts'

type Texts = { [path: string]: string }

/** Two articles on a fictional bridge, one utterance in two wordings. */
export const bridge = readFixture('bridge')

/** Names that a search stumbles over: diacritics, apostrophes, hyphens, two scripts, a surname that two people share. */
export const difficult = readFixture('names')

/** The record of these files, another at each call: a test may change it. */
export function toRecord(texts: Texts): NewsRecord {
  return parseTexts(texts).record
}

function readFixture(name: string): Texts {
  const folder = join(projectFolder, 'tests/fixtures', name, 'content')
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
