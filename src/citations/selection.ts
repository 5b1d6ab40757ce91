/** Words that a reader has selected in a printed copy: their address, and the words with whose they are and where they stand. */
import { toPassage } from '../record/passage.ts'
import { type Passage, toPassageUrl } from '../urls.ts'
import { marksOf } from '../words/marks.ts'
import type { Citation } from './citation.ts'

/** Selected words: stretches of blocks, one after another, whole words each. */
export interface Selected {
  /** The text of each block of the copy. */
  blocks: readonly { text: string }[]
  /** Number of the first block that has some of them, where they begin in it, and what is selected of it and of each further. */
  block: number
  start: number
  texts: readonly string[]
  /** All that the page says before that block: the same words may stand there. */
  before: string
  /** Who said them, where all of them are direct speech; null of all other words. */
  speaker: string | null
}

/** White space of the source is one space; what the outlet set, as a no-break space, stays. */
export function foldSpace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ')
}

/** A stretch of a text, widened to whole words: browsers find no halves. */
export function toWholeWords(text: string, start: number, end: number, language: string): [start: number, end: number] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text)
  const first = segments.containing(start)
  const last = segments.containing(Math.max(start, end - 1))
  return [first?.isWordLike ? first.index : start, last?.isWordLike ? last.index + last.segment.length : end]
}

/** The address of the words on their page: a browser marks them, and one that cannot goes to their block. */
export function toWordsUrl(page: string, anchor: string, { before, block, blocks, ...selected }: Selected): string {
  const own = blocks.slice(block, block + selected.texts.length)
  return toPassageUrl(`${page}#${anchor}`, toRange([{ text: before }, ...own], { ...selected, block: 1 }))
}

/** The words to paste. Only direct speech stands in quotation marks; of all else it is said whose text it is. */
export function quoteSelected(article: Citation, selected: Selected): string {
  const { credit, language, publishedWords } = article
  const source = [credit, publishedWords].filter(Boolean).join(', ')
  const words = toWords(selected, language)
  return selected.speaker === null
    ? `From the text of ${source}: ${words}`
    : `${words} (${selected.speaker}, in ${source})`
}

/** The same with the headline, the words at the source, and their address here: `url`. */
export function citeSelected(article: Citation, selected: Selected, url: string): string {
  const { address, siteName, title } = article
  const source = address && toPassageUrl(address, toRange(selected.blocks, selected))
  const place = [title, source].filter(Boolean).join(', ')
  return `${quoteSelected(article, selected)}. ${place}; ${siteName}, ${url}`
}

function toWords({ speaker, texts }: Selected, language: string): string {
  const words = foldSpace(texts.join(' ')).trim()
  if (speaker === null) return words
  const [open, close] = marksOf(language)
  return `${open}${words.replace(outerMarks, '')}${close}`
}

/** Marks at either end of quoted words, and the comma before the last. */
const outerMarks = /^["“”„‟«»「]\s*|,?\s*["“”‟«»」]$/g

type Stretch = Pick<Selected, 'block' | 'start' | 'texts'>

function toRange(blocks: Selected['blocks'], { block, start, texts }: Stretch): Passage {
  const passage = toPassage(blocks, { block, start, text: texts.join(' ') })
  if (texts.length === 1 || passage.end) return passage
  // Words of several blocks are found by where they begin and end.
  const first = toPassage(blocks, { block, start, text: texts[0] ?? '' })
  return { ...first, end: (texts.at(-1) ?? '').trim() }
}
