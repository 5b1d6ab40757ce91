/** Single keys: to the next and previous entry of a page, into the dossier, and the list of all keys. Loaded when one is pressed. */
import { make, makeButton } from '../../elements.ts'
import { say } from '../../words/say.ts'
import { base } from './base.ts'

/** What is stepped through: the words and events that a page lists, what was found, and the marked words of a copy. */
const entries =
  '.to-words, .event summary, .lines > li > a, .hit > a, :is(li, article) :is(h2, h3) a, [data-copy] a[id]'

const key = `keys ${base}`
const isOff = (): boolean => stored((kept) => kept.getItem(key)) === 'off'

/** Does what a key or a button of the page says. */
export function act(event: Event): void {
  const target = event.target as HTMLElement
  if (event instanceof KeyboardEvent) press(event)
  else if (target.matches('[data-keep]')) void keepIt()
  else showKeys()
}

function press(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (event.altKey || isOff() || target.isContentEditable || target.matches('input, select, textarea')) return
  if (event.key === '?') showKeys()
  else if (event.key === 'd') void keepIt()
  else step(event.key === 'j' ? 1 : -1)
}

async function keepIt(): Promise<void> {
  const { keep } = await import('./dossier/keep.ts')
  return keep()
}

/** Gives the focus to the next entry, or the previous one; from nowhere, to the first that can be seen. */
function step(by: 1 | -1): void {
  const root = document.querySelector('dialog[open]') ?? document.querySelector('main') ?? document.body
  const list = [...root.querySelectorAll<HTMLElement>(entries)].filter((one) => one.checkVisibility())
  const from = document.activeElement
  const isFrom = from && from !== root && root.contains(from) ? from : null
  const isAfter = (one: HTMLElement): boolean =>
    isFrom
      ? Boolean(isFrom.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
      : one.getBoundingClientRect().bottom > 0
  const rest = list.filter((one) => one !== isFrom && isAfter(one) === by > 0)
  const next = by > 0 ? rest[0] : rest.at(-1)
  next?.focus()
}

let dialog: HTMLDialogElement | null = null

function showKeys(): void {
  dialog ??= makeDialog()
  dialog.showModal()
}

function makeDialog(): HTMLDialogElement {
  const rows = [
    ['J', say('keys.next')],
    ['K', say('keys.previous')],
    ['D', say('keys.keep')],
    ['?', say('keys.help')],
    [/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K', say('search.record')],
    ['Esc', say('keys.close')],
  ] as const
  const title = make('h2', '', say('keys.title'))
  title.id = 'keys-title'
  const list = make('dl', '')
  for (const [name, what] of rows) list.append(make('dt', '', make('kbd', '', name)), make('dd', '', what))
  // In no style sheet: it is seen by whoever asks for it.
  list.style.cssText = 'display: grid; grid-template-columns: auto 1fr; gap: 0.4rem 1.4rem; margin-block: 1rem'
  const choice = make('input', '')
  choice.type = 'checkbox'
  choice.checked = !isOff()
  choice.addEventListener('change', () =>
    stored((kept) => (choice.checked ? kept.removeItem(key) : kept.setItem(key, 'off'))),
  )
  const own = make('dialog', 'search-dialog')
  const close = makeButton(say('search.close'), '', () => own.close())
  const frame = make('div', 'search-dialog-frame meta', title, list)
  frame.append(make('p', '', make('label', '', choice, ` ${say('keys.use')}`)))
  frame.append(make('p', 'soft', say('keys.note')), make('p', '', close))
  frame.style.cssText = 'display: grid; gap: 0.4rem; align-content: start; padding-block: 1.2rem'
  own.setAttribute('aria-labelledby', title.id)
  own.append(frame)
  own.addEventListener('click', ({ target }) => {
    if (target === own) own.close()
  })
  document.body.append(own)
  return own
}

/** A browser may keep nothing: a choice is then forgotten. */
function stored<Value>(act: (kept: Storage) => Value): Value | null {
  try {
    return act(localStorage)
  } catch {
    return null
  }
}
