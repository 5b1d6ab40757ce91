/** One content file: its front matter parsed and judged, its body read and rendered. */
import { readArticle } from '../markdown/article.ts'
import { renderProse } from '../markdown/prose.ts'
import type { RenderOptions } from '../markdown/rehype-render-quotes.ts'
import type { ArticleEntry, Entry } from '../record/entries.ts'
import {
  type ArticleData,
  article,
  correction,
  event,
  outlet,
  place,
  quote,
  speaker,
  story,
  topic,
} from '../schema/index.ts'
import type { Problem } from '../schema/problem.ts'
import { cutFile, type SplitFile, splitFile } from './front-matter.ts'
import { judgeData } from './judge-data.ts'
import { judgeMerge } from './judge-merge.ts'
import { type Name, readName } from './names.ts'

/** A file of the record, its front matter parsed and held against the schema. */
export interface ContentFile extends Name {
  /** Path from the content folder. */
  path: string
  split: SplitFile
  /** Null when the front matter is refused. */
  data: object | null
  problems: Problem[]
}

export type AnyEntry = ArticleEntry | Entry<object>

/** The schema of each noun's front matter. */
export const schemas = {
  articles: article,
  corrections: correction,
  speakers: speaker,
  events: event,
  outlets: outlet,
  places: place,
  topics: topic,
  quotes: quote,
  story,
}

/** A file of the record, given its path and text. */
export function toFile(path: string, text: string): ContentFile {
  const name = nameOf(path)
  const split = splitFile(text)
  // What two versions say of it cannot be read as one: nothing else of the file is judged.
  const merge = judgeMerge(path, text)
  if (merge) return { path, ...name, split, data: null, problems: [merge] }
  return { path, ...name, split, ...judgeData(path, name, split, schemas[name.noun]) }
}

/** A file whose front matter is known to be sound: `front` is what it says, `data` what the schema makes of it. */
export function toKnownFile(path: string, text: string, front: SplitFile['data'], data: object): ContentFile {
  const split = { ...cutFile(text), data: front, errors: [], oddities: [], excess: null }
  return { path, ...nameOf(path), split, data, problems: [] }
}

function nameOf(path: string): Name {
  const name = readName(path)
  if (!name) throw new Error(`${path} is no file of the record.`)
  return name
}

/** The entry of a file whose front matter, `data`, is sound; an article for which `isWanted` is false has no copy. */
export function toEntry(
  file: ContentFile,
  data: object,
  options: RenderOptions,
  isWanted: (article: ArticleData) => boolean = () => true,
): AnyEntry {
  const { id, path, split } = file
  const { body, linesBefore } = split
  if (file.noun !== 'articles') return { id, path, data, body: renderProse(body, { path, linesBefore }, options) }
  const articleData = data as ArticleData
  const { language, terms } = articleData
  const source = { path, language, terms, linesBefore }
  return { id, path, data: articleData, reading: readArticle(isWanted(articleData) ? body : '', source, options) }
}
