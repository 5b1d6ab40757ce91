/** Reads words out of the copy that a page prints: this one, or one that was loaded. */
import type { Citation } from '../../citations/citation.ts'
import { bareWords, foldSpace, type Selected, toPassageCitation, toWholeWords } from '../../citations/passage.ts'

/** From which letter of which block to which, counted from 0. */
export interface Place {
  block: number
  start: number
  last: number
  end: number
}

/** Words with their address on this site, and the block in which they end. */
export interface Passage {
  selected: Selected
  page: string
  anchor: string
  last: HTMLElement
}

/** Where a range has words of the copy, whole ones; null where it has none. */
export function findPlace(range: Range, page: Document = document): Place | null {
  const parts = blocksOf(page).flatMap((block, at) => {
    if (!range.intersectsNode(block)) return []
    const [start, end] = cutOut(range, block)
    return foldSpace(block.textContent).slice(start, end).trim() === '' ? [] : [{ at, start, end }]
  })
  const [first] = parts
  const last = parts.at(-1)
  return first && last ? { block: first.at, start: first.start, last: last.at, end: last.end } : null
}

/** The words at a place of a copy; null where there are none. */
export function readPassage({ block, end, last, start }: Place, page: Document = document): Passage | null {
  const all = blocksOf(page)
  const [first, final] = [all[block], all[last]]
  const anchor = first?.closest<HTMLElement>('.row')?.id
  const blocks = all.map(({ textContent }) => ({ text: foldSpace(textContent) }))
  const texts = blocks
    .slice(block, last + 1)
    .map(({ text }, at) => text.slice(at === 0 ? start : 0, block + at === last ? end : undefined))
  if (!first || !final || !anchor || texts.join('').trim() === '') return null
  const speaker = block === last ? findSpeaker(first, [start, end]) : null
  const { origin, pathname } = new URL(page.URL)
  const selected = { blocks, block, start, texts, before: textBefore(first), speaker }
  return { selected, page: origin + pathname, anchor, last: final }
}

/** The citation of a passage that is kept; where something was put before its words, `then`, they stand elsewhere. */
export function citePassage(article: Citation, page: Document, id: string, place: Place, then = ''): Citation | null {
  const key = `article:${id
    .replace(/^articles\//, '')
    .replace('/', ':')
    .replaceAll('.', '-')}`
  const cite = (where: Place | null): Citation | null => {
    const passage = where && readPassage(where, page)
    return passage && toPassageCitation(article, passage.selected, key, `${passage.page}#${passage.anchor}`)
  }
  const found = cite(place)
  return then && found?.words !== then ? (cite(findWords(bareWords(then), page)) ?? found) : found
}

/** The first block that has the words whole; null where none has. */
function findWords(words: string, page: Document): Place | null {
  const texts = blocksOf(page).map(({ textContent }) => foldSpace(textContent))
  const block = texts.findIndex((text) => text.includes(words))
  const start = texts[block]?.indexOf(words) ?? 0
  return block === -1 ? null : { block, start, last: block, end: start + words.length }
}

function blocksOf(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('.row > [data-copy]')]
}

/** Where a range begins and ends in the text of a block. */
function cutOut(range: Range, block: HTMLElement): [start: number, end: number] {
  const [isIn, isOut] = [block.contains(range.startContainer), block.contains(range.endContainer)]
  const text = foldSpace(block.textContent)
  const start = isIn ? lengthTo(block, range.startContainer, range.startOffset) : 0
  const end = isOut ? lengthTo(block, range.endContainer, range.endOffset) : text.length
  return start < end ? toWholeWords(text, start, end, block.lang || document.documentElement.lang) : [start, start]
}

function lengthTo(block: HTMLElement, node: Node, offset: number): number {
  const range = block.ownerDocument.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return foldSpace(range.toString()).length
}

/** Who said words, when all of them stand in one quotation of a person. */
function findSpeaker(block: HTMLElement, [start, end]: [number, number]): Citation['speaker'] {
  for (const quoted of block.querySelectorAll('a.said q')) {
    const parent = quoted.parentNode
    if (!parent) continue
    const at = [...parent.childNodes].indexOf(quoted)
    if (lengthTo(block, parent, at) > start || lengthTo(block, parent, at + 1) < end) continue
    const id = /quotes\/([^/]+)\//.exec(quoted.closest('a')?.pathname ?? '')?.[1]
    const name = block.closest('.row')?.querySelector<HTMLAnchorElement>(`.said-note .name[href$="/speakers/${id}/"]`)
    return name ? { name: name.textContent, url: name.href } : null
  }
  return null
}

function textBefore(block: HTMLElement): string {
  const range = block.ownerDocument.createRange()
  range.setStart(block.ownerDocument.body, 0)
  range.setEndBefore(block)
  return foldSpace(range.toString())
}
