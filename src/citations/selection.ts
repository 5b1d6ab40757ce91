/** Words that a reader has selected in a printed copy: their address, and the words with whose they are and where they stand. */
import { toPassage } from '../record/passage.ts'
import { type Passage, toPassageUrl } from '../urls.ts'
import type { Citation } from './citation.ts'
import { fromText, quoteWords, type Selected } from './passage.ts'

/** The address of the words on their page: a browser marks them, and one that cannot goes to their block. */
export function toWordsUrl(page: string, anchor: string, { before, block, blocks, ...selected }: Selected): string {
  const own = blocks.slice(block, block + selected.texts.length)
  return toPassageUrl(`${page}#${anchor}`, toRange([{ text: before }, ...own], { ...selected, block: 1 }))
}

/** The words to paste. Only direct speech stands in quotation marks; of all else it is said whose text it is. */
export function quoteSelected(article: Citation, selected: Selected): string {
  const { credit, language, publishedWords } = article
  const source = [credit, publishedWords].filter(Boolean).join(', ')
  const words = quoteWords(selected, language)
  return selected.speaker === null
    ? `${fromText(source)}: ${words}`
    : `${words} (${selected.speaker.name}, in ${source})`
}

/** The same with the headline, the words at the source, and their address here: `url`. */
export function citeSelected(article: Citation, selected: Selected, url: string): string {
  const { siteName, title } = article
  const place = [title, atSource(article, selected)].filter(Boolean).join(', ')
  return `${quoteSelected(article, selected)}. ${place}; ${siteName}, ${url}`
}

/** The words at the source. */
function atSource({ address }: Citation, selected: Selected): string | null {
  return address && toPassageUrl(address, toRange(selected.blocks, selected))
}

type Stretch = Pick<Selected, 'block' | 'start' | 'texts'>

function toRange(blocks: Selected['blocks'], { block, start, texts }: Stretch): Passage {
  const passage = toPassage(blocks, { block, start, text: texts.join(' ') })
  if (texts.length === 1 || passage.end) return passage
  // Words of several blocks are found by where they begin and end.
  const first = toPassage(blocks, { block, start, text: texts[0] ?? '' })
  return { ...first, end: (texts.at(-1) ?? '').trim() }
}
