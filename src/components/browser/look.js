// LookSwitch.astro says what this is for. It is sent as it stands.
;(() => {
  const root = document.documentElement
  const key = `look ${document.currentScript.dataset.base}`
  const all = (selector) => document.querySelectorAll(selector)

  const store = (act) => {
    try {
      return act(localStorage)
    } catch {
      // A browser may keep nothing: a choice then holds for this page.
    }
  }

  const show = (chosen) => {
    const look = /^(light|dark)$/.test(chosen) ? chosen : ''
    root.dataset.look = look
    for (const meta of all('meta[data-look]')) {
      const by = meta.dataset.look
      meta.media = look ? (by === look ? 'all' : 'not all') : `(prefers-color-scheme: ${by})`
    }
    for (const select of all('[data-scripted] select')) select.value = look
  }

  const showKept = () => show(store((kept) => kept.getItem(key)))

  showKept()
  addEventListener('storage', showKept)
  addEventListener('DOMContentLoaded', () => {
    for (const place of all('[data-scripted]')) {
      place.hidden = false
      place.addEventListener('change', ({ target: { value } }) => {
        store((kept) => (value ? kept.setItem(key, value) : kept.removeItem(key)))
        show(value)
      })
    }
    showKept()
  })
})()
