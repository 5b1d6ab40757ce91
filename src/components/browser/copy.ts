/** Buttons that copy. */
import { make, makeButton } from '../../elements.ts'

const status = make('span', 'unseen')
status.setAttribute('role', 'status')
document.querySelector('.share')?.append(status)

/** Puts a button that copies into a place: the address of the link that stands first in it, or the text in its field. */
export function addCopy(place: Element, name: string): void {
  const button = makeButton('Copy', '', () => {
    navigator.clipboard.writeText(textIn(place.firstElementChild)).then(
      () => {
        button.textContent = status.textContent = 'Copied'
        setTimeout(() => (button.textContent = 'Copy'), 2000)
      },
      () => (status.textContent = 'The browser did not allow it: select the text and copy it'),
    )
  })
  button.setAttribute('aria-label', `Copy ${name}`)
  place.append(button)
}

function textIn(source: Element | null): string {
  if (source instanceof HTMLAnchorElement) return source.href
  return source instanceof HTMLTextAreaElement ? source.value : (source?.textContent ?? '')
}
