/** Makes an element with a class, if any, and children; text among them stays text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.append(...children)
  return element
}

/** Makes a button that does one thing. */
export function makeButton(text: string, name: string, onClick: () => void): HTMLButtonElement {
  const button = make('button', name, text)
  button.type = 'button'
  button.addEventListener('click', onClick)
  return button
}
