/**
 * Where a linked stretch stands at its source, so that a browser marks it and not an earlier one like it. A browser takes
 * the first place that fits: the words are given as far as makes them the first ones, and where all of them stood before,
 * with those that come before them.
 */
import { type Passage, passageEdge, shortPassage } from '../urls.ts'

/** A stretch of a block, and its words as they are to be looked for. */
export interface Stretch {
  block: number
  start: number
  text: string
}

/** Characters before a stretch that tell it from others, at most. */
const mostBefore = 80
/** Earlier places that are looked at, and characters that are compared at each: of what is repeated more, the first is marked. */
const mostPlaces = 50
const mostCompared = 400

/** The passage of a stretch of a text; `blocks` are all of that text. */
export function toPassage(blocks: readonly { text: string }[], { block, start, text }: Stretch): Passage {
  const list = text.trim().split(/\s+/)
  const { offsets, page } = open(blocks)
  const at = (offsets[block] ?? 0) + start + text.length - text.trimStart().length
  const wanted = fold(list.join(' ')).slice(0, mostCompared)
  const edge = fold(list.length <= shortPassage ? wanted : list.slice(0, passageEdge).join(' '))
  let longest = 0
  let longestBefore = -1
  let place = page.indexOf(edge)
  for (let places = 0; place !== -1 && place < at && places < mostPlaces; places += 1) {
    const same = countWhile((index) => page[place + index] === wanted[index], wanted.length)
    longest = Math.max(longest, same)
    if (same === wanted.length) {
      const before = countWhile(
        (index) => page[at - 1 - index] === page[place - 1 - index],
        Math.min(mostBefore, place),
      )
      longestBefore = Math.max(longestBefore, before)
    }
    place = page.indexOf(edge, place + 1)
  }
  // As many words as hold the first character that tells them from all before.
  if (longestBefore === -1) return cut(list, wanted.slice(0, longest + 1).split(' ').length)
  // All of it stood before. What comes before must end right where the words begin, and stand in one block.
  const passage = cut(list, passageEdge)
  const own = (blocks[block]?.text ?? '').slice(0, start)
  if (word.test(own)) return { ...passage, prefix: lastWords(own, longestBefore + 1) }
  const previous = blocks.slice(0, block).findLast((one) => word.test(one.text))
  if (!previous) return passage
  const prefix = lastWords(previous.text, longestBefore - own.length)
  return { ...passage, prefix, start: `${own.trimStart()}${passage.start}` }
}

const word = /[\p{L}\p{N}\p{M}]/u

/** For how many numbers from 0 on a test holds, up to `most`. */
function countWhile(test: (index: number) => boolean, most: number): number {
  let count = 0
  while (count < most && test(count)) count += 1
  return count
}

/** The end of a text: whole words, one at least, of so many characters at least. */
function lastWords(text: string, atLeast: number): string {
  const from = Math.min(text.length - atLeast, text.search(/[\p{L}\p{N}\p{M}][^\p{L}\p{N}\p{M}]*$/u))
  return text.slice(from > 0 ? text.lastIndexOf(' ', from - 1) + 1 : 0).trim()
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

/** The text that is being read. */
interface Source {
  blocks: readonly { text: string }[]
  /** All of it as it is searched. */
  page: string
  /** Where each block begins in it. */
  offsets: number[]
}

/** One reading of a text serves all that stands in it; only the last is kept, since a record has them one after another. */
let last: Source | null = null

function open(blocks: readonly { text: string }[]): Source {
  if (last?.blocks === blocks) return last
  const offsets: number[] = []
  let length = 0
  for (const { text } of blocks) {
    offsets.push(length)
    length += text.length + 1
  }
  last = { blocks, offsets, page: fold(blocks.map(({ text }) => text).join(' ')) }
  return last
}

/** Small letters, and spaces for all white space, of the same length. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  return (lower.length === text.length ? lower : text).replace(/\s/g, ' ')
}
