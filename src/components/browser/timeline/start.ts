/** The filters of the timeline, until somebody wants them: the ways to narrow it are links. */
const root = document.querySelector<HTMLElement>('[data-narrow]')
const ways = root?.querySelector('details')

if (root && ways) {
  const start = (): void => {
    import('./filters.ts')
      .then(({ startFilters }) => startFilters(root))
      .catch(() => ways.addEventListener('toggle', start, { once: true }))
  }
  const groups = root.dataset['groups']?.split(' ') ?? []
  const given = new URLSearchParams(location.search)
  if (ways.open || groups.some((name) => given.has(name))) start()
  else ways.addEventListener('toggle', start, { once: true })
}

/** A link to an entry opens it, and paper has room for all. */
const openTarget = (): void => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  target?.closest('details')?.setAttribute('open', '')
}
openTarget()
addEventListener('hashchange', openTarget)
addEventListener('beforeprint', () => {
  for (const entry of document.querySelectorAll('[data-list] details')) entry.setAttribute('open', '')
})

export {}
