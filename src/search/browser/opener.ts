/**
 * All that a page which is only read loads of search: it opens the dialog by the visible link, and by Ctrl or ⌘ K, and starts
 * to load the index when a finger or a button goes down on the way there. Without it the link leads to the search page,
 * which waits until there is something to search for.
 */
import { type Client, openClient } from './client.ts'

const dialog = document.querySelector<HTMLDialogElement>('dialog[data-search]')
const links = document.querySelectorAll<HTMLElement>('[data-search-open]')
/** The search page has a box of its own. */
const own = document.querySelector<HTMLElement>('main [data-search-panel]')
const panel = own ?? dialog?.querySelector<HTMLElement>('[data-search-panel]')

let client: Client | undefined
/** Starts the worker, which loads the index. */
function warm(): Client {
  if (!client) {
    client = openClient()
    const { index: folder = '/pagefind/', page = '/search/' } = panel?.dataset ?? {}
    const language = document.documentElement.lang || 'en'
    void client.call('open', { folder, page, language }).catch(() => {})
  }
  return client
}

if (own) {
  let started = false
  const start = (): void => {
    if (started) return
    started = true
    const client = warm()
    void import('./start.ts').then(({ startPage }) => startPage(own, client))
  }
  const asked = new URLSearchParams(location.search).get('q')
  const input = own.querySelector('input')
  // At once, so that it is there to be typed over.
  if (asked !== null && input) input.value = asked
  if (asked !== null) start()
  for (const event of ['pointerdown', 'focusin']) own.addEventListener(event, start)
}

if (dialog) {
  let started = false
  const open = (isBack = false): void => {
    if (!own && !dialog.open) dialog.showModal()
    const input = (own ?? dialog).querySelector('input')
    input?.focus()
    input?.select()
    if (own || started) return
    started = true
    const client = warm()
    void import('./start.ts').then(
      ({ startDialog }) => startDialog(dialog, client, isBack),
      () => {
        // The dialog's form still leads to the search page.
        started = false
      },
    )
  }

  for (const link of links) {
    link.setAttribute('role', 'button')
    link.setAttribute('aria-haspopup', 'dialog')
    link.addEventListener('pointerdown', () => void warm())
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
  if (!own && history.state?.search) open(true)
}
