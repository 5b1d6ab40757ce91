/** One content file: its front matter parsed and judged, its body read and rendered. */
import type { z } from 'zod'
import { readArticle } from '../markdown/article.ts'
import { renderProse } from '../markdown/prose.ts'
import type { RenderOptions } from '../markdown/rehype-render-quotes.ts'
import type { ArticleEntry, Entry } from '../record/entries.ts'
import { idForm } from '../schema/fields.ts'
import {
  type ArticleData,
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
  words,
} from '../schema/index.ts'
import { findConflict } from './conflict.ts'
import { type Explained, explainComments } from './explain-yaml.ts'
import { cutFile, type SplitFile, splitFile } from './front-matter.ts'
import { type Name, readName } from './names.ts'

/** A file of the record, its front matter parsed and held against the schema. */
export interface ContentFile extends Name {
  /** Path from the content folder. */
  path: string
  split: SplitFile
  /** Null when the front matter, or the name, is refused. */
  data: object | null
  /** What the schema refuses of the front matter. */
  issues: readonly z.core.$ZodIssue[]
  /** Values of the front matter that YAML cuts short. */
  remarks: readonly Explained[]
}

export type AnyEntry = ArticleEntry | Entry<object>

/** The schema of each noun's front matter. */
export const schemas = {
  articles: article,
  corrections: correction,
  speakers: speaker,
  events: event,
  outlets: outlet,
  pages: page,
  places: place,
  topics: topic,
  quotes: quote,
  story,
  settings,
  words,
}

/** A file of the record, given its path and text. */
export function toFile(path: string, text: string): ContentFile {
  const name = nameOf(path)
  const split = splitFile(text)
  const { data: fields, source, errors, excess } = split
  const remarks = source !== null && !excess && errors.length === 0 ? explainComments(source) : []
  const result = fields && schemas[name.noun].safeParse(fields)
  const isSound =
    findConflict(text) === null && remarks.length === 0 && name.id.split('/').every((part) => idForm.test(part))
  const data = isSound && result?.success ? result.data : null
  return { path, ...name, split, data, issues: result?.error?.issues ?? [], remarks }
}

/** A file whose front matter is known to be sound: `front` is what it says, `data` what the schema makes of it. */
export function toKnownFile(path: string, text: string, front: SplitFile['data'], data: object): ContentFile {
  const split = { ...cutFile(text), data: front, errors: [], oddities: [], excess: null }
  return { path, ...nameOf(path), split, data, issues: [], remarks: [] }
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
