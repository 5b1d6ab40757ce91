/** The search page, until there is something to search for. */
const root = document.querySelector<HTMLElement>('main [data-search-panel]')

if (root) {
  const start = (): void => {
    // Pagefind's code is on its way while ours is.
    const link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = `${root.dataset['index'] ?? '/pagefind/'}pagefind.js`
    document.head.append(link)
    void import('./results-page.ts').then(({ startPage }) => startPage(root))
  }
  if (new URLSearchParams(location.search).has('q')) start()
  else root.addEventListener('focusin', start, { once: true })
}
