/** What paper says of where a page comes from: the page has the words, with places for its address and the day. */
import { toDay } from '../../words/reader-days.ts'

addEventListener('beforeprint', () => {
  const place = document.querySelector<HTMLElement>('[data-printed]')
  const [first = '', second = '', last = ''] = place?.dataset['printed']?.split(/[①②]/) ?? []
  if (place)
    place.textContent = first + location.href + second + toDay(new Date(), document.documentElement.lang) + last
})
