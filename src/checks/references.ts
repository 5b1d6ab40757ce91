/** Everything in the content that names something else in the content. */

import type { z } from 'zod'
import { getOrMake } from '../lists.ts'
import type { Content } from '../loaders/content.ts'
import { schemas } from '../loaders/content-file.ts'
import { named } from '../schema/fields.ts'
import { insideOf, layersOf } from '../schema/inside.ts'
import { mostHints, nearest, suggest } from '../schema/nearest.ts'
import { type Finding, placeOf } from './rule.ts'
import { proseOf } from './texts.ts'

export interface Reference {
  noun: 'articles' | 'speakers' | 'events' | 'outlets' | 'topics' | 'pages' | 'places' | 'quotes' | 'kinds'
  /** As ids are written in the record: a quote is `speaker/fragment`. */
  id: string
  /** As the file has it. */
  name: string
  file: string
  /** Where it stands: in the text, or at a path of the front matter, which is looked up when there is something to say. */
  at: { line: number; column: number } | (string | number)[] | null
  /** False for what an article's link to a quote says: such a link is what makes the quote. */
  makes: boolean
}

const collected = new WeakMap<Content, Reference[]>()

/** All references of a content, collected once. */
export function findReferences(content: Content): Reference[] {
  return getOrMake(collected, content, () => [...inArticles(content), ...inFrontMatter(content), ...inProse(content)])
}

/** Reports the references to a noun that lead to none of the known ids. */
export function reportUnknown(
  content: Content,
  noun: Reference['noun'],
  word: string,
  expected: string,
  known: ReadonlySet<string>,
  report: (finding: Finding) => void,
  isExcused: (file: string, id: string) => boolean = () => false,
): void {
  let hints = 0
  for (const reference of findReferences(content)) {
    const { noun: itsNoun, id, name, file, makes } = reference
    if (itsNoun !== noun || makes || known.has(id) || isExcused(file, id)) continue
    hints += 1
    const hint = hints > mostHints ? undefined : noun === 'quotes' ? suggestQuote(id, known) : suggest(name, known)
    report({ file, ...toPlaceOf(content, reference), found: `${word} \`${name}\``, expected, hint })
  }
}

/** Where a reference stands. */
export function toPlaceOf(content: Content, { file, at }: Reference): { line: number; column: number } | null {
  return Array.isArray(at) ? placeOf(content, file, at) : at
}

/** The nearest quote: of the same speaker, or of the same name. */
function suggestQuote(id: string, known: Iterable<string>): string | undefined {
  const [speaker = '', fragment = ''] = id.split('/')
  const quotes = [...known].map((other) => other.split('/') as [speaker: string, fragment: string])
  const own = quotes.filter((quote) => quote[0] === speaker).map((quote) => quote[1])
  const near = nearest(fragment, own)
  if (near) return `Did you mean \`${speaker}#${near}\`?`
  const [namesake] = quotes.find((quote) => quote[1] === fragment) ?? []
  return namesake && `Did you mean \`${namesake}#${fragment}\`?`
}

/** Ids of the files of a noun, those whose front matter is refused too: they have their own problem. */
export function idsOf(content: Content, noun: Reference['noun']): Set<string> {
  const ids = new Set<string>()
  for (const file of content.files.values()) if (file.noun === noun) ids.add(file.id)
  return ids
}

/** What something on record is called; null when it is none, or has no name. */
export function nameIn({ record }: Content, noun: Reference['noun'], id: string): string | null {
  const { speakers, events, outlets, places, topics, pages, articles } = record
  const lists: { [noun: string]: readonly { id: string; name?: string; title?: string }[] } = {
    ...{ speakers, events, outlets, places, topics, pages, articles },
  }
  const found = lists[noun]?.find((one) => one.id === id)
  return found?.name ?? found?.title ?? null
}

function* inArticles(content: Content): Generator<Reference> {
  for (const { path, reading } of content.entries.articles) {
    for (const link of reading.links) {
      const place = { file: path, at: link.at }
      const noun = link.is === 'report' ? 'events' : 'speakers'
      yield { noun, id: link.target, name: link.target, ...place, makes: false }
      if (link.is !== 'quote') continue
      const name = `${link.target}#${link.fragment}`
      yield { noun: 'quotes', id: toQuoteId(name), name, ...place, makes: true }
    }
  }
}

function* inFrontMatter({ files }: Content): Generator<Reference> {
  for (const { data, id, noun, path: file } of files.values()) {
    if (!data) continue
    if (noun === 'quotes') yield { noun, id, name: id, file, at: null, makes: false }
    for (const { name, noun: ofName, at } of namesIn(schemas[noun], data, []))
      yield { noun: ofName, id: toQuoteId(name), name, file, at, makes: false }
  }
}

type Path = (string | number)[]

/** What fields name, by the schema. */
function* namesIn(
  schema: z.ZodType,
  value: unknown,
  at: Path,
): Generator<{ name: string; noun: Reference['noun']; at: Path }> {
  if (typeof value === 'string') {
    for (const layer of layersOf(schema)) {
      const noun = named.get(layer)?.noun
      if (noun) return yield { name: value, noun, at }
    }
  } else if (typeof value === 'object' && value !== null) {
    const { element, shape } = insideOf(schema)
    for (const [key, inner] of Object.entries(value)) {
      const of = element ?? shape?.[key]
      if (of) yield* namesIn(of, inner, [...at, element ? Number(key) : key])
    }
  }
}

function* inProse(content: Content): Generator<Reference> {
  for (const { path, body } of proseOf(content)) {
    for (const { target, at } of body.links) {
      if (!target || target.folder === 'story' || target.folder === 'corrections') continue
      const place = { file: path, at, makes: false }
      if (target.folder !== 'speakers' || !target.fragment) {
        yield { noun: target.folder, id: target.id, name: target.id, ...place }
        continue
      }
      yield { noun: 'speakers', id: target.id, name: target.id, ...place }
      yield { noun: 'quotes', id: `${target.id}/${target.fragment}`, name: `${target.id}#${target.fragment}`, ...place }
    }
  }
}

function toQuoteId(name: string): string {
  return name.replace('#', '/')
}
