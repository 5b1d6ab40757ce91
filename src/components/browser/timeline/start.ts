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
  if (groups.some((name) => given.has(name))) start()
  else ways.addEventListener('toggle', start, { once: true })
}

export {}
