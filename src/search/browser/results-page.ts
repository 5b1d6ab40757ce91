/** The search page at work: the query is in the address, and going back finds the same results and the same place. */
import type { Early } from './early.ts'
import { returnTo, startPanel } from './panel.ts'

/** Each is a file to fetch; quotes are what people come for, and the rest is a button away. */
const limits = { quote: 6, event: 2, article: 2, speaker: 2, topic: 1 }

/** Brings the page's search box to life and answers the query in the address, or what was typed meanwhile. */
export function startPage(root: HTMLElement, early: Early): void {
  /** Whether the query in the address is one to come back to, and not one half typed. */
  let isWhole = true
  const panel = startPanel(root, {
    limits,
    heading: 2,
    more: 10,
    early,
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
    const asked = new URLSearchParams(location.search).get('q')
    await panel.show(typed || (asked ?? ''), asked !== null && (typed || asked) === asked)
    if (!returnTo(root) && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }
  void showAddress(root.querySelector('input')?.value)
  window.addEventListener('popstate', () => void showAddress())
  panel.warm()
}
