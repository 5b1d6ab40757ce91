/** Buttons that copy. Every page of a thing loads this. */
import { say } from '../../words/say.ts'

const status = document.createElement('span')
status.className = 'unseen'
status.role = 'status'
document.querySelector('main')?.append(status)

/**
 * Puts a button that copies into a place: the address of the link that stands first in it, or the text in its field. It
 * says what the place names; where that is nothing, its name is that of what stands before.
 */
export function addCopy(place: HTMLElement, name = place.previousElementSibling?.textContent): void {
  const words = place.dataset['clip'] || say('copy.button')
  const button = document.createElement('button')
  button.textContent = words
  if (!place.dataset['clip']) button.ariaLabel = `${words} ${name ?? ''}`
  button.onclick = () => {
    // A link, a field, or the text itself.
    const { href, textContent, value } = place.firstElementChild as Partial<HTMLAnchorElement & HTMLInputElement>
    navigator.clipboard.writeText(href ?? value ?? textContent ?? '').then(
      () => {
        button.textContent = status.textContent = say('copy.done')
        setTimeout(() => (button.textContent = words), 2000)
      },
      () => (status.textContent = say('copy.refused')),
    )
  }
  place.append(button)
}
