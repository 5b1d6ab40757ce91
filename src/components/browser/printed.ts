/** What paper says of where a page comes from: the page has the words, with places for its address and the day. */
addEventListener('beforeprint', () => {
  const place = document.querySelector<HTMLElement>('[data-printed]')
  const { locale, printed = '' } = place?.dataset ?? {}
  const day = new Date().toLocaleDateString(locale, { dateStyle: 'long' })
  if (place) place.textContent = printed.replace('①', location.href).replace('②', day)
})

export {}
