/** The search page: the query is in the address, and going back finds the same results and the same place. */
import { type Place, startPanel } from './panel.ts'

const limits = { quote: 10, event: 5, article: 5, speaker: 5, topic: 5 }

const root = document.querySelector<HTMLElement>('main [data-search-panel]')
if (root) {
  const panel = startPanel(root, {
    limits,
    heading: 2,
    more: 10,
    onQuery: (text) => {
      const address = new URL(location.href)
      if ((address.searchParams.get('q') ?? '') === text) return
      if (text) address.searchParams.set('q', text)
      else address.searchParams.delete('q')
      address.hash = ''
      history.replaceState(history.state, '', address)
    },
  })
  const showAddress = async (): Promise<void> => {
    const text = new URLSearchParams(location.search).get('q') ?? ''
    await panel.show(text)
    const { at }: Place = history.state ?? {}
    const links = [...root.querySelectorAll('a')]
    const left = links.find((link) => at !== undefined && link.getAttribute('href') === at)
    if (left) left.focus()
    else if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }
  void showAddress()
  window.addEventListener('popstate', () => void showAddress())
  root.querySelector('input')?.addEventListener('focus', panel.warm, { once: true })
}
