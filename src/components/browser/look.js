/**
 * Light, dark, or as the system has it. It runs in the head, before anything is painted, and keeps a choice only when
 * somebody makes one; "as the system" forgets it. A plain script: a module would run after the first paint.
 */
;(() => {
  const root = document.documentElement
  const key = `look ${document.currentScript.dataset.base}`

  const read = () => {
    try {
      return localStorage.getItem(key) ?? ''
    } catch {
      return ''
    }
  }

  const keep = (look) => {
    try {
      if (look) localStorage.setItem(key, look)
      else localStorage.removeItem(key)
    } catch {
      // It then holds for this page.
    }
  }

  const show = (chosen) => {
    const look = /^(?:light|dark)$/.test(chosen) ? chosen : ''
    if (look) root.dataset.look = look
    else delete root.dataset.look
    for (const meta of document.querySelectorAll('meta[data-look]')) {
      const { look: by } = meta.dataset
      meta.media = look ? (by === look ? 'all' : 'not all') : `(prefers-color-scheme: ${by})`
    }
    for (const input of document.querySelectorAll('[data-look-switch] input')) input.checked = input.value === look
  }

  show(read())
  addEventListener('DOMContentLoaded', () => {
    const place = document.querySelector('[data-look-switch]')
    if (!place) return
    place.hidden = false
    show(read())
    place.addEventListener('change', ({ target }) => {
      keep(target.value)
      show(target.value)
    })
  })
  // Another tab has chosen, or the page comes back from the browser's memory.
  addEventListener('storage', (event) => event.key === key && show(read()))
  addEventListener('pageshow', (event) => event.persisted && show(read()))
})()
