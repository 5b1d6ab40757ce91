/** Search in the dialog and on its page; loaded when either is first used. */
import type { Client } from './client.ts'
import { startPanel } from './panel.ts'

/** Brings the dialog's search box to life. A query to come back to is answered; so is what was typed meanwhile. */
export function startDialog(dialog: HTMLDialogElement, client: Client, isBack: boolean): void {
  const root = dialog.querySelector('[data-search-panel]') as HTMLElement
  const panel = startPanel(root, {
    client,
    // Each is a file to fetch, and a browser fetches six at once; the search page has them all.
    limits: { quote: 4, event: 1, article: 1, topic: 1 },
    heading: 3,
    more: null,
  })
  if (isBack) void panel.comeBack(history.state.search)
  else if (root.querySelector('input')?.value) void panel.show(root.querySelector('input')?.value ?? '', false)
}

/** Brings the page's search box to life and answers the query in the address, or what was typed meanwhile. */
export function startPage(root: HTMLElement, client: Client): void {
  /** Whether the query in the address is one to come back to, and not one half typed. */
  let isWhole = true
  const panel = startPanel(root, {
    client,
    limits: { quote: 6 },
    heading: 2,
    more: 10,
    onQuery: (text, isAsked) => {
      const address = new URL(location.href)
      if ((address.searchParams.get('q') ?? '') !== text) {
        if (text) address.searchParams.set('q', text)
        else address.searchParams.delete('q')
        address.hash = ''
        if (isWhole) history.pushState(null, '', address)
        else history.replaceState(null, '', address)
      }
      isWhole = isAsked
    },
  })
  const showAddress = async (typed = ''): Promise<void> => {
    isWhole = true
    const asked = new URLSearchParams(location.search).get('q') ?? ''
    if (typed && typed !== asked) await panel.show(typed, false)
    else await panel.comeBack(asked)
  }
  void showAddress(root.querySelector('input')?.value)
  window.addEventListener('popstate', () => void showAddress())
}
