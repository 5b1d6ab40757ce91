/**
 * All that a page which is only read loads of search: it opens the dialog by the visible link, and by Ctrl or ⌘ K.
 * Without it the link leads to the search page, which waits until there is something to search for.
 */
import { fetchEarly } from './early.ts'

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]')
const links = document.querySelectorAll<HTMLElement>('[data-search-open]')
/** The search page has a box of its own. */
const own = document.querySelector<HTMLElement>('main [data-search-panel]')
const folder = document.querySelector<HTMLElement>('[data-index]')?.dataset['index'] ?? '/pagefind/'

if (own) {
  const start = (): void => {
    const early = fetchEarly(folder)
    void import('./results-page.ts').then(({ startPage }) => startPage(own, early))
  }
  const asked = new URLSearchParams(location.search).get('q')
  const input = own.querySelector('input')
  // At once, so that it is there to be typed over.
  if (asked !== null && input) input.value = asked
  if (asked !== null) start()
  else own.addEventListener('focusin', start, { once: true })
}

if (dialog) {
  let started = false
  const open = (text?: string): void => {
    if (!own && !dialog.open) dialog.showModal()
    const input = (own ?? dialog).querySelector('input')
    input?.focus()
    input?.select()
    if (own || started) return
    started = true
    const early = fetchEarly(folder)
    void import('./dialog.ts').then(
      ({ startDialog }) => startDialog(dialog, early, text),
      () => {
        // The dialog's form still leads to the search page.
        started = false
      },
    )
  }

  for (const link of links) {
    link.setAttribute('role', 'button')
    link.setAttribute('aria-haspopup', 'dialog')
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open()
    })
    link.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return
      event.preventDefault()
      open()
    })
    if (/Mac|iPhone|iPad/.test(navigator.platform)) {
      for (const key of link.querySelectorAll('kbd')) key.textContent = '⌘K'
    }
  }

  document.addEventListener('keydown', (event) => {
    const isShortcut =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!isShortcut) return
    event.preventDefault()
    open()
  })
  // A click beside the dialog's content is one on its backdrop.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  // A search box takes the first Escape to empty itself.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    dialog.close()
  })
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => history.replaceState({ ...history.state, search: undefined }, ''))

  // Back from a result: the same results again.
  const { search }: { search?: string } = history.state ?? {}
  if (search) open(search)
}
