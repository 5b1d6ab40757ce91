/** What paper says of where a page comes from: the page has the words, with places for its address and the day. */
const place = document.querySelector('[data-printed]') as HTMLElement

window.onbeforeprint = () => {
  const { locale, printed } = place.dataset as { locale: string; printed: string }
  const day = new Date().toLocaleDateString(locale, { dateStyle: 'long' })
  place.textContent = printed.replace('①', location.href).replace('②', day)
}

export {}
