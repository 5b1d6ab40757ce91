/**
 * Where a linked stretch stands at its source, so that a browser marks it and not an earlier one like it. A browser takes
 * the first place that fits: the words are given as far as makes them the first ones, and where all of them stood before,
 * with those that come before them.
 */
import { countWhile, getOrMake } from '../lists.ts'
import { type Passage, passageEdge, shortPassage } from '../urls.ts'

/** A stretch of a block, and its words as they are to be looked for. */
export interface Stretch {
  block: number
  start: number
  text: string
}

/** Words before a stretch that tell it from others, at most. */
const mostBefore = 12
/** Earlier places that are looked at, and words that are compared at each: of what is repeated more, the first is marked. */
const mostPlaces = 50
const mostWords = 64

/** The passage of a stretch of a text; `blocks` are all of that text. */
export function toPassage(blocks: readonly { text: string }[], stretch: Stretch): Passage {
  const list = stretch.text.trim().split(/\s+/)
  const source = open(blocks)
  if (isFirst(source, list, stretch)) return cut(list, passageEdge)
  const { words, firsts, places } = indexOf(source)
  const { block, start } = stretch
  const first = firsts[block] ?? 0
  const at = countWhile(words, (word) => word.start < start, first, firsts[block + 1])
  const own = readWords(list.slice(0, mostWords).join(' ')).map(({ word }) => word)
  const isHere = own.length > 0 && own.every((word, offset) => words[at + offset]?.word === word)
  if (!isHere) return cut(list, passageEdge)
  let longest = 0
  let longestBefore = -1
  for (const place of (places.get(toKey(own[0], own[1])) ?? []).slice(0, mostPlaces)) {
    if (place >= at) break
    let same = 0
    while (same < own.length && words[place + same]?.word === own[same]) same += 1
    longest = Math.max(longest, same)
    if (same < own.length) continue
    let before = 0
    while (before < mostBefore && words[at - before - 1]?.word === words[place - before - 1]?.word) before += 1
    longestBefore = Math.max(longestBefore, before)
  }
  if (longestBefore === -1) return cut(list, countUntil(list, longest + 1))
  // All of it stood before. What comes before must end right where the words begin, and stand in one block.
  const passage = cut(list, passageEdge)
  const around = blocks[block]?.text ?? ''
  const from = Math.max(at - longestBefore - 1, first)
  if (from < at) return { ...passage, prefix: around.slice(words[from]?.start, start).trim() }
  const previous = words[at - 1]
  if (!previous) return passage
  const back = Math.max(at - longestBefore - 1, firsts[previous.block] ?? 0)
  const prefix = (blocks[previous.block]?.text ?? '').slice(words[back]?.start).trim()
  return { ...passage, prefix, start: `${around.slice(0, start).trimStart()}${passage.start}` }
}

/** Whether the first words stand nowhere before: so it is nearly always, and an index need not be made. */
function isFirst({ lower, offsets }: Source, list: readonly string[], { block, start }: Stretch): boolean {
  if (lower === null) return false
  const edge = list.length <= shortPassage ? list : list.slice(0, passageEdge)
  return lower.indexOf(edge.join(' ').toLowerCase()) >= (offsets[block] ?? 0) + start
}

/** The first words, at least so many, and the last ones; all of them when they are few. */
function cut(list: readonly string[], atLeast: number): Passage {
  const edge = Math.max(atLeast, passageEdge)
  const whole = { start: list.join(' ') }
  if (list.length <= shortPassage || edge + passageEdge > list.length) return whole
  const start = list.slice(0, edge).join(' ')
  // The end is the first one after the start.
  const rest = list.slice(edge)
  const folded = rest.join(' ').toLowerCase()
  for (let count = passageEdge; count <= Math.min(rest.length, 2 * shortPassage); count += 1) {
    const end = rest.slice(-count).join(' ')
    if (folded.indexOf(end.toLowerCase()) === folded.length - end.length) return { start, end }
  }
  return whole
}

/** How many of the words it takes to have so many that are letters or digits. */
function countUntil(list: readonly string[], wanted: number): number {
  let found = 0
  for (const [index, one] of list.entries()) {
    found += readWords(one).length
    if (found >= wanted) return index + 1
  }
  return list.length
}

interface Word {
  word: string
  block: number
  start: number
}

/** The text that is being read. */
interface Source {
  blocks: readonly { text: string }[]
  /** All of it in small letters, where that changes no length; null of one so long that it is better indexed at once. */
  lower: string | null
  /** Where each block begins in it. */
  offsets: number[]
  index: Index | null
}

interface Index {
  words: Word[]
  /** Number of the first word of each block. */
  firsts: number[]
  /** Where two words stand beside each other, by both, and each by itself. */
  places: Map<string, number[]>
}

/** One reading of a text serves all that stands in it; only the last is kept, since a record has them one after another. */
let last: Source | null = null

/** Characters of a text that is searched without an index, at most. */
const mostSearched = 50_000

function open(blocks: readonly { text: string }[]): Source {
  if (last?.blocks === blocks) return last
  const offsets: number[] = []
  let length = 0
  for (const { text } of blocks) {
    offsets.push(length)
    length += text.length + 1
  }
  const lower = length > mostSearched ? null : blocks.map(({ text }) => text.toLowerCase()).join('\n')
  last = { blocks, lower: lower?.length === length - 1 ? lower : null, offsets, index: null }
  return last
}

function indexOf(source: Source): Index {
  if (source.index) return source.index
  const index: Index = { words: [], firsts: [], places: new Map() }
  for (const [block, { text }] of source.blocks.entries()) {
    index.firsts.push(index.words.length)
    for (const { word, start } of readWords(text)) index.words.push({ word, block, start })
  }
  for (const [at, { word }] of index.words.entries()) {
    for (const next of [undefined, index.words[at + 1]?.word])
      getOrMake(index.places, toKey(word, next), (): number[] => []).push(at)
  }
  source.index = index
  return index
}

function toKey(word: string | undefined, next: string | undefined): string {
  return next === undefined ? (word ?? '') : `${word} ${next}`
}

function readWords(text: string): { word: string; start: number }[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), (match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
  }))
}
