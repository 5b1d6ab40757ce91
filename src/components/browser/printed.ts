/** What paper says of where a page comes from. */
import { toDay } from '../../words/reader-days.ts'
import { say } from '../../words/say.ts'

addEventListener('beforeprint', () => {
  const place = document.querySelector('[data-printed]')
  if (place) place.textContent = say('frame.printed', { address: location.href, day: toDay(new Date()) })
})
