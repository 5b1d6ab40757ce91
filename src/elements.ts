/** How the scripts of the pages make elements. What is given as text stays text. */

/** Makes an element with a class, if any, and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.append(...children.filter((child) => child !== ''))
  return element
}

/** Makes a link. */
export function makeLink(href: string, text: string | (Node | string)[], name = ''): HTMLAnchorElement {
  const link = make('a', name, ...(typeof text === 'string' ? [text] : text))
  link.href = href
  return link
}

/** Makes a button that does one thing. */
export function makeButton(text: string, name: string, onClick: () => unknown): HTMLButtonElement {
  const button = make('button', name, text)
  button.type = 'button'
  button.addEventListener('click', onClick)
  return button
}
