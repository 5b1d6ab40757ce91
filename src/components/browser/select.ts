/** What can be done with words that are selected in a copy: a bar below them, the next stop of the Tab key. */
import { citeSelected, quoteSelected, toWordsUrl } from '../../citations/selection.ts'
import { make, makeButton } from '../../elements.ts'
import { say } from '../../words/say.ts'
import { readCitations } from './load-page.ts'
import { findPlace, readPassage } from './passage.ts'

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
  const place = range && findPlace(range)
  const found = place && readPassage(place)
  const row = found?.last.closest<HTMLElement>('.row')
  const [article] = readCitations()
  if (!range || !found || !row || !article) {
    bar.remove()
    return
  }
  const { anchor, page, selected } = found
  const url = toWordsUrl(page, anchor, selected)
  const values = [
    [say('select.link'), url],
    [selected.speaker === null ? say('select.words') : say('quote.copyQuotation'), quoteSelected(article, selected)],
    [say('select.citation'), citeSelected(article, selected, url)],
  ] as const
  const keep = makeButton(say('dossier.keep'), '', () =>
    import('./dossier/keep.ts').then(({ keepPassage }) => keepPassage(place)),
  )
  bar.replaceChildren(...values.map(([name, value]) => makeCopy(name, value)), keep, status)
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
