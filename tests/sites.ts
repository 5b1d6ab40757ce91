/** The sites that the tests build: each record, and where it stands. `tests/run.ts` writes them, the tests read them. */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface TestSite {
  name: string
  /** Folder of the record, relative to the project; one that is not there is an empty record. */
  content: string
  origin: string
  base: string
  /** Folder of the built site, relative to the project. */
  folder: string
}

const at = (name: string, content: string, origin: string, base: string): TestSite => ({
  name,
  content,
  origin,
  base,
  folder: join('.cache/tests', name),
})

export const projectFolder = join(import.meta.dirname, '..')

export const testSites = {
  /** The record of this repository, at the root of a host. */
  real: at('real', 'content', '', '/'),
  /** The fictional record, under a base path as on GitHub project pages. */
  small: at('small', 'tests/fixtures/small/content', 'https://example.org', '/on-record/'),
  /** A fictional story that is being followed. */
  followed: at('followed', 'tests/fixtures/followed/content', '', '/'),
  /** One event told in twenty languages. */
  languages: at('languages', 'tests/fixtures/languages/content', '', '/'),
  /** One article each, in the interface of three languages: another alphabet, from right to left, and without spaces. */
  uk: at('uk', 'tests/fixtures/interface/uk', '', '/'),
  ar: at('ar', 'tests/fixtures/interface/ar', '', '/'),
  zh: at('zh', 'tests/fixtures/interface/zh', '', '/'),
  /** No record at all. */
  empty: at('empty', 'tests/fixtures/none', '', '/'),
}

/** The articles that the project comes with. */
export const firstArticles = ['2025-08-21-guarantees-then-summit', '2025-08-21-china-ruled-out'] as const

/** Whether `content/` still holds that record; tests that look for its words are not for another story. */
export const isFirstStory = firstArticles.some((article) =>
  existsSync(join(projectFolder, testSites.real.content, 'articles', `${article}.md`)),
)

/** The files in and below a folder (relative to the project, or whole), by path from it, sorted. */
export function listFiles(folder: string, wanted: RegExp): string[] {
  return readdirSync(`${resolve(projectFolder, folder)}/`, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => wanted.test(name))
    .sort()
}
