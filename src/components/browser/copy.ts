/** Buttons that copy. */
import { make, makeButton } from '../../elements.ts'

const status = make('span', 'unseen')
status.setAttribute('role', 'status')
document.querySelector('main')?.append(status)

/**
 * Puts a button that copies into a place: the address of the link that stands first in it, or the text in its field. It
 * says what the place names; where that is nothing, its name is that of what stands before.
 */
export function addCopy(place: HTMLElement, name = place.previousElementSibling?.textContent): void {
  const words = place.dataset['clip'] || 'Copy'
  const button = makeButton(words, '', () => {
    navigator.clipboard.writeText(textIn(place.firstElementChild)).then(
      () => {
        button.textContent = status.textContent = 'Copied'
        setTimeout(() => (button.textContent = words), 2000)
      },
      () => (status.textContent = 'The browser did not allow it: select the text and copy it'),
    )
  })
  if (words === 'Copy' && name) button.setAttribute('aria-label', `Copy ${name.replace(':', '')}`)
  place.append(button)
}

function textIn(source: Element | null): string {
  if (source instanceof HTMLAnchorElement) return source.href
  const isField = source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement
  return isField ? source.value : (source?.textContent ?? '')
}
