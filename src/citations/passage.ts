/** Words of a printed copy, and a citation of them. */
import { toTextFragment } from '../urls.ts'
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
  speaker: Citation['speaker']
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

/** A citation of the words, for every format: of direct speech the speaker is named, of all else whose text it is. */
export function toPassageCitation(article: Citation, selected: Selected, key: string, url: string): Citation {
  const { credit, language, publishedWords } = article
  const { speaker } = selected
  const words = wordsOf(selected)
  return {
    ...article,
    key,
    address: article.address && toTextFragment(article.address, words),
    ours: toTextFragment(url, words),
    speaker,
    about: speaker ? speaker.name : fromText([credit, publishedWords].filter(Boolean).join(', ')),
    words: quoteWords(selected, language),
    direct: speaker && words,
  }
}

/** Whose text it is. */
export function fromText(source: string): string {
  return `From the text of ${source}`
}

/** Only direct speech stands in quotation marks. */
export function quoteWords(selected: Selected, language: string): string {
  const [open, close] = selected.speaker ? marksOf(language) : ['', '']
  return `${open}${wordsOf(selected)}${close}`
}

function wordsOf({ speaker, texts }: Selected): string {
  const words = foldSpace(texts.join(' ')).trim()
  return speaker ? bareWords(words) : words
}

/** Words without the quotation marks at either end, and the comma before the last. */
export function bareWords(words: string): string {
  return words.replace(outerMarks, '')
}

const outerMarks = /^["“”„‟«»「]\s*|,?\s*["“”‟«»」]$/g
