/** Everything in the content that names something else in the content. */
import { getOrMake } from '../lists.ts'
import type { Content } from '../loaders/content.ts'
import { mostHints, nearest, suggest } from '../schema/nearest.ts'
import { type Finding, placeOf } from './rule.ts'
import { proseOf } from './texts.ts'

export interface Reference {
  noun: 'articles' | 'speakers' | 'events' | 'outlets' | 'topics' | 'places' | 'quotes'
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
    report({
      file,
      ...toPlaceOf(content, reference),
      found: `${word} \`${name}\``,
      expected,
      ...(hint ? { hint } : {}),
    })
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

function* inFrontMatter(content: Content): Generator<Reference> {
  const { articles, corrections, events, topics, quotes } = content.entries
  const at = (file: string, path: (string | number)[]) => ({ file, at: path, makes: false })
  for (const { path, data } of articles) {
    yield { noun: 'outlets', id: data.outlet, name: data.outlet, ...at(path, ['outlet']) }
    for (const [index, id] of data.topics.entries())
      yield { noun: 'topics', id, name: id, ...at(path, ['topics', index]) }
    const speaker = data.saidBasis?.speaker
    if (speaker) yield { noun: 'speakers', id: speaker, name: speaker, ...at(path, ['saidBasis', 'speaker']) }
  }
  for (const { path, data } of events) {
    for (const [index, id] of data.speakers.entries())
      yield { noun: 'speakers', id, name: id, ...at(path, ['speakers', index]) }
    for (const [index, id] of data.topics.entries())
      yield { noun: 'topics', id, name: id, ...at(path, ['topics', index]) }
    if (data.announcedBy) yield { noun: 'quotes', ...toNames(data.announcedBy), ...at(path, ['announcedBy']) }
    for (const field of ['reportedIn', 'quotes'] as const) {
      for (const [index, name] of data[field].entries())
        yield { noun: 'quotes', ...toNames(name), ...at(path, [field, index]) }
    }
    if (data.outcomeIn) {
      yield { noun: 'articles', id: data.outcomeIn, name: data.outcomeIn, ...at(path, ['outcomeIn']) }
    }
    for (const [index, { saidBy, article }] of data.figures.entries()) {
      if (saidBy) yield { noun: 'speakers', id: saidBy, name: saidBy, ...at(path, ['figures', index, 'saidBy']) }
      yield { noun: 'articles', id: article, name: article, ...at(path, ['figures', index, 'article']) }
    }
  }
  for (const { path, data } of topics) {
    for (const [index, name] of data.quotes.entries())
      yield { noun: 'quotes', ...toNames(name), ...at(path, ['quotes', index]) }
  }
  for (const { path, data } of corrections) {
    for (const noun of ['articles', 'events', 'speakers', 'topics'] as const) {
      for (const [index, id] of data[noun].entries()) yield { noun, id, name: id, ...at(path, [noun, index]) }
    }
    for (const [index, name] of data.quotes.entries())
      yield { noun: 'quotes', ...toNames(name), ...at(path, ['quotes', index]) }
  }
  for (const { id, path, data } of quotes) {
    yield { noun: 'quotes', id, name: id, file: path, at: null, makes: false }
    for (const [index, speaker] of data.with.entries())
      yield { noun: 'speakers', id: speaker, name: speaker, ...at(path, ['with', index]) }
    for (const [index, about] of data.about.entries())
      yield { noun: 'speakers', id: about, name: about, ...at(path, ['about', index]) }
    for (const [index, name] of data.notSameAs.entries()) {
      yield { noun: 'quotes', ...toNames(name), ...at(path, ['notSameAs', index]) }
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
      yield { noun: 'quotes', ...toNames(`${target.id}#${target.fragment}`), ...place }
    }
  }
}

function toNames(name: string): { id: string; name: string } {
  return { id: toQuoteId(name), name }
}

function toQuoteId(name: string): string {
  return name.replace('#', '/')
}
