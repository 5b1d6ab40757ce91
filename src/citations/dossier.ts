/**
 * A dossier: statements, events and passages that a reader keeps, each with its citation as it was on that day. What comes
 * from an address or a file was written by anybody, so only what is understood of it is read.
 */
import type { Citation } from './citation.ts'

/** A thing that is kept, as the record had it on that day; all but the id and the mark is empty where it came by an address. */
export interface Kept {
  /** `quotes/<speaker>/<fragment>`, `events/<id>`, or a passage, `articles/<id>/<block>.<start>-<block>.<end>`. */
  id: string
  /** The day on which it was kept, `2026-11-28`. */
  day: string
  note: string
  /** Key of its citation: which of several wordings. */
  key: string
  /** Whose words, or what it is called. */
  name: string
  /** As a citation has them, in quotation marks where they are direct; with their language. */
  words: string
  language: string
  /** Short marks of the words, and of what is said of them. */
  mark: string
  facts: string
  /** How many corrections its page told. */
  corrections: string
}

/** What the record has of a thing today. */
export type Today =
  | { is: 'there'; citations: readonly Citation[]; corrections: number }
  | { is: 'withdrawn' | 'gone' | 'unread' }

/** What has come of a thing since it was kept: its words are others, what is said of it is, its page tells of a correction. */
export type Since = 'words' | 'facts' | 'corrected'

/** Things that are read of an address or a file, at most: each is a page to load. */
const most = 200

const form = /^(?:quotes\/[^/]+\/[^/]+|events\/[^/]+|articles\/[^/]+\/\d{1,6}\.\d{1,6}-\d{1,6}\.\d{1,6})$/

/** Whether a text has the form of an id; whether there is such a thing is for its page to say. */
function isId(text: string): boolean {
  return text.length < 300 && form.test(text) && !text.split('/').some((part) => /^\.{1,2}$/.test(part))
}

/** Path of its page, below the base. */
export function toPagePath(id: string): string {
  const parts = id.startsWith('articles/') ? id.split('/').slice(0, 2) : id.split('/')
  return `${parts.map(encodeURIComponent).join('/')}/`
}

/** The id of what a page shows, by its path below the base; null where it is nothing that is kept. */
export function toId(path: string): string | null {
  const id = decode(path.replace(/\/(?:page\/\d+\/)?$/, ''))
  return id !== null && /^[qe]/.test(id) && isId(id) ? id : null
}

/** Where a passage stands: in which article, from which letter of which block to which, counted from 0. */
export function toPlace(id: string): { block: number; start: number; last: number; end: number } | null {
  const [, ...numbers] = /\/(\d+)\.(\d+)-(\d+)\.(\d+)$/.exec(id) ?? []
  if (!id.startsWith('articles/') || numbers.length === 0) return null
  const [block = 0, start = 0, last = 0, end = 0] = numbers.map(Number)
  return { block, start, last, end }
}

/** A thing as it is kept on a day. */
export function toKept(id: string, day: string, citation: Citation, corrections: number): Kept {
  const { key, language, speaker, title, words } = citation
  const name = speaker?.name ?? title
  const [mark, facts] = [markOf(citation), factsOf(citation)]
  return { id, day, note: '', key, name, words: words ?? '', language, mark, facts, corrections: `${corrections}` }
}

/** A mark of its words; empty where it has none. */
function markOf({ words }: Citation): string {
  return words === null ? '' : toMark(words)
}

function factsOf({ about, address, credit, published, title }: Citation): string {
  return toMark(JSON.stringify([title, credit, published, about, address]))
}

/** Short, and another for another text: FNV-1a, 32 bits. It tells a change, and keeps nobody from making one. */
function toMark(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** What stands behind the `#` of an address: no server is told. */
export function toFragment(list: readonly Kept[]): string {
  return list
    .map(({ id, mark }) => `${id.split('/').map(encodeURIComponent).join('/').replaceAll('~', '%7E')}~${mark}`)
    .join('&')
}

/** What an address asks for, and what of it is no id. */
export function readFragment(text: string): { list: Kept[]; wrong: string[] } {
  const list: Kept[] = []
  const wrong: string[] = []
  for (const part of text.replace(/^#/, '').split('&').filter(Boolean)) {
    const [, address = '', mark = ''] = /^(.*?)(?:~([0-9a-z]{0,7}))?$/s.exec(part) ?? []
    const id = decode(address)
    if (id === null || !isId(id) || list.length >= most) wrong.push(part.slice(0, 100))
    else if (!list.some((one) => one.id === id)) list.push(readKept({ id, mark }))
  }
  return { list, wrong: wrong.slice(0, 20) }
}

/** The dossier as a file, or as a browser keeps it. */
export function toFile(list: readonly Kept[]): string {
  return JSON.stringify({ dossier: 1, things: list }, null, 1)
}

/** Reads such a file; null where it is none. What is no thing of it is left out. */
export function readFile(text: string | null): Kept[] | null {
  try {
    const { dossier, things } = JSON.parse(text ?? '{}') as { dossier?: unknown; things?: unknown }
    if (dossier !== 1 || !Array.isArray(things)) return null
    const list = things.map((thing) => readKept(Object(thing)))
    return list.filter(({ id }, at) => isId(id) && list.findIndex((one) => one.id === id) === at)
  } catch {
    return null
  }
}

/** What is no text is empty. */
function readKept(given: { [name: string]: unknown }): Kept {
  const text = (name: keyof Kept): string => {
    const value = given[name]
    return typeof value === 'string' ? value.slice(0, 10_000) : ''
  }
  return {
    id: text('id'),
    day: /^\d{4}-\d\d-\d\d$/.exec(text('day'))?.[0] ?? '',
    note: text('note'),
    key: text('key'),
    name: text('name'),
    words: text('words'),
    language: text('language'),
    mark: text('mark'),
    facts: text('facts'),
    corrections: text('corrections'),
  }
}

/** It as it is today: of several wordings the one that was kept, while there is one. Null where it is not there. */
export function pickToday({ key }: Kept, today: Today): Citation | null {
  if (today.is !== 'there') return null
  return today.citations.find((citation) => citation.key === key) ?? today.citations[0] ?? null
}

/** What has come of it since it was kept. */
export function compare(kept: Kept, today: Today): Since[] {
  const now = pickToday(kept, today)
  if (!now || today.is !== 'there') return []
  const { corrections, facts, mark } = kept
  return [
    ...(mark && mark !== markOf(now) ? ['words' as const] : []),
    ...(facts && facts !== factsOf(now) ? ['facts' as const] : []),
    ...(corrections && today.corrections > Number(corrections) ? ['corrected' as const] : []),
  ]
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
