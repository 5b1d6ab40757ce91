/** What a worker makes and a page shows: elements as plain JSON. What is given as text stays text. */
import { make } from '../../elements.ts'
import type { Thing } from '../content.ts'

export interface Tree {
  tag: 'a' | 'b' | 'button' | 'h2' | 'h3' | 'li' | 'mark' | 'ol' | 'p' | 'section' | 'span' | 'strong'
  name: string
  children: readonly (Tree | string)[]
  href?: string
  id?: string
  /** Of words in another language than the page's. */
  lang?: string
  /** Id of what it is labelled by. */
  by?: string
  /** What a button fetches more of. */
  more?: Thing
}

/** A part of an answer, with a class, if any. */
export function tree(tag: Tree['tag'], name: string, ...children: (Tree | string)[]): Tree {
  return { tag, name, children: children.filter((child) => child !== '') }
}

/** A link in an answer. */
export const link = (href: string, text: string | (Tree | string)[], name = ''): Tree => ({
  ...tree('a', name, ...(typeof text === 'string' ? [text] : text)),
  href,
})

/** Makes the element of a tree; a button for more is given to whoever knows what it does. */
export function toElement(one: Tree, onMore: (button: HTMLElement, thing: Thing) => void): HTMLElement {
  const { by, children, href, id, lang, more, name, tag } = one
  const element = make(
    tag,
    name,
    ...children.map((child) => (typeof child === 'string' ? child : toElement(child, onMore))),
  )
  if (href !== undefined) element.setAttribute('href', href)
  if (id !== undefined) element.id = id
  if (lang) Object.assign(element, { lang, dir: 'auto' })
  if (by !== undefined) element.setAttribute('aria-labelledby', by)
  if (more !== undefined) {
    element.setAttribute('type', 'button')
    element.addEventListener('click', () => onMore(element, more))
  }
  return element
}
