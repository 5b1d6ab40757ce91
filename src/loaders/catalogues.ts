/** The catalogues of our words: a file a language, in ICU MessageFormat. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NewsRecord } from '../record/types.ts'
import { scriptOf } from '../words/language.ts'
import type { Catalogue } from '../words/say.ts'

const folder = join(import.meta.dirname, '../words/languages')

/** The languages that have a catalogue. */
export function listCatalogues(): string[] {
  return readdirSync(folder)
    .flatMap((file) => (file.endsWith('.json') ? file.slice(0, -'.json'.length) : []))
    .sort()
}

/** What a language is said in: its catalogue, or that of the language it belongs to when both are in one script; else nothing. */
export function readCatalogue(language: string): Catalogue {
  const [general = language] = language.split('-')
  const likely = scriptOf(general) === scriptOf(language) ? [language, general] : [language]
  const file = likely.map((name) => join(folder, `${name}.json`)).find((path) => existsSync(path))
  return file ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** What a story is said in. */
export interface Spoken {
  language: string
  /** The words of its language, and in place of some of them its own. */
  texts: Catalogue
}

export function toSpoken({ story, words }: Pick<NewsRecord, 'story' | 'words'>): Spoken {
  return { language: story.language, texts: { ...readCatalogue(story.language), ...words } }
}
