/** What can be done with words that are selected in a copy: a bar below them, the next stop of the Tab key. */
import type { Citation } from '../../citations/citation.ts'
import {
  citeSelected,
  foldSpace,
  quoteSelected,
  type Selected,
  toWholeWords,
  toWordsUrl,
} from '../../citations/selection.ts'
import { make, makeButton } from '../../elements.ts'
import { say } from '../../words/say.ts'

const blocks = [...document.querySelectorAll<HTMLElement>('[data-copy]')]
const status = make('span', 'unseen')
status.role = 'status'
const bar = make('div', 'selected-bar meta')
bar.role = 'toolbar'
bar.ariaLabel = say('select.bar')
bar.addEventListener('mousedown', (event) => event.preventDefault())

/** Once nothing has been selected for a moment: while somebody selects, the bar would be in the way. */
let waiting = window.setTimeout(show, 250)
document.addEventListener('selectionchange', () => {
  clearTimeout(waiting)
  waiting = window.setTimeout(show, 250)
})
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !bar.isConnected) return
  const link = bar.parentElement?.querySelector<HTMLElement>('.block')
  const isInside = bar.contains(document.activeElement)
  bar.remove()
  getSelection()?.removeAllRanges()
  if (isInside) link?.focus()
})

// The address of a block selects it, for those who select with no pointer.
document.addEventListener('click', ({ target }) => {
  const block = (target as Element).closest?.('.row > .block')?.parentElement?.querySelector('[data-copy]')
  if (block) selectBlock(block)
})
const addressed = document.getElementById(location.hash.slice(1))?.querySelector(':scope > [data-copy]')
if (addressed && getSelection()?.isCollapsed !== false) selectBlock(addressed)

function selectBlock(block: Element): void {
  getSelection()?.selectAllChildren(block)
  show()
  bar.querySelector('button')?.focus()
}

function show(): void {
  // A button of the bar is being pressed, and must not be taken away.
  if (bar.contains(document.activeElement)) return
  const selection = getSelection()
  const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const found = range && readRange(range)
  const row = found?.last.closest<HTMLElement>('.row')
  if (!range || !found || !row) {
    bar.remove()
    return
  }
  const { selected, url } = found
  const article = readCitation()
  const values = [
    [say('select.link'), url],
    [selected.speaker === null ? say('select.words') : say('quote.copyQuotation'), quoteSelected(article, selected)],
    [say('select.citation'), citeSelected(article, selected, url)],
  ] as const
  bar.replaceChildren(...values.map(([name, value]) => makeCopy(name, value)), status)
  found.last.after(bar)
  const [words, frame] = [[...range.getClientRects()].at(-1), row.getBoundingClientRect()]
  if (!words) return
  const left = Math.min(words.left - frame.left, frame.width - bar.offsetWidth)
  bar.style.translate = `${Math.max(0, left)}px ${words.bottom - frame.top + 6}px`
}

function makeCopy(name: string, value: string): HTMLButtonElement {
  const button = makeButton(name, '', () =>
    navigator.clipboard.writeText(value).then(
      () => {
        status.textContent = button.textContent = say('copy.done')
        setTimeout(() => (button.textContent = name), 2000)
      },
      () => (status.textContent = say('copy.refused')),
    ),
  )
  button.value = value
  return button
}

/** What a range has of the copy, in whole words; null when it has nothing of it. */
function readRange(range: Range): { selected: Selected; url: string; last: HTMLElement } | null {
  const parts = blocks
    .filter((block) => range.intersectsNode(block))
    .map((block) => ({ block, text: foldSpace(block.textContent), place: cutOut(range, block) }))
    .filter(({ place: [start, end], text }) => text.slice(start, end).trim() !== '')
  const [first] = parts
  const last = parts.at(-1)
  const anchor = first?.block.closest<HTMLElement>('.row')?.id
  if (!first || !last || !anchor) return null
  const selected: Selected = {
    blocks: blocks.map(({ textContent }) => ({ text: foldSpace(textContent) })),
    block: blocks.indexOf(first.block),
    start: first.place[0],
    texts: parts.map(({ place, text }) => text.slice(...place)),
    before: textBefore(first.block),
    speaker: parts.length === 1 ? findSpeaker(first.block, first.place) : null,
  }
  const page = new URL(location.pathname, document.baseURI).href
  return { selected, url: toWordsUrl(page, anchor, selected), last: last.block }
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
  const range = document.createRange()
  range.setStart(block, 0)
  range.setEnd(node, offset)
  return foldSpace(range.toString()).length
}

/** Who said words, when all of them stand in one quotation of a person. */
function findSpeaker(block: HTMLElement, [start, end]: [number, number]): string | null {
  for (const quoted of block.querySelectorAll('a.said q')) {
    const parent = quoted.parentNode
    if (!parent) continue
    const at = [...parent.childNodes].indexOf(quoted)
    if (lengthTo(block, parent, at) > start || lengthTo(block, parent, at + 1) < end) continue
    const id = /quotes\/([^/]+)\//.exec(quoted.closest('a')?.pathname ?? '')?.[1]
    const name = block.closest('.row')?.querySelector(`.said-note .name[href$="/speakers/${id}/"]`)
    return name?.textContent ?? null
  }
  return null
}

function textBefore(block: HTMLElement): string {
  const range = document.createRange()
  range.setStart(document.body, 0)
  range.setEndBefore(block)
  return foldSpace(range.toString())
}

/** The citation of the article stands on its page. */
function readCitation(): Citation {
  const [article]: Citation[] = JSON.parse(document.querySelector('.share script')?.textContent ?? '[]')
  if (!article) throw new Error('The page has no citation.')
  return article
}
