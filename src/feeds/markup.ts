/** XML and HTML, built from elements: text is escaped where it enters, so nothing unescaped can come out. */
import { toPlain } from './plain.ts'

/** Markup that is already whole. */
export interface Markup {
  markup: string
}

export type Child = Markup | string | null | undefined | false
export type Attributes = { [name: string]: string | null | undefined }

/** An element with its children; text among them is escaped, empty values and attributes are left out. */
export function element(name: string, attributes: Attributes, ...children: Child[]): Markup {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeMarkup(value ?? '')}"`)
  return { markup: `<${name}${given.join('')}>${join(children)}</${name}>` }
}

/** Children without an element around them. */
export function fragment(...children: Child[]): Markup {
  return { markup: join(children) }
}

/** An XML document. */
export function toXml(root: Markup, style?: string): string {
  const styled = style ? `<?xml-stylesheet type="text/css" href="${escapeMarkup(style)}"?>\n` : ''
  return `<?xml version="1.0" encoding="utf-8"?>\n${styled}${root.markup}\n`
}

/** The five characters that mean something in text or in an attribute, and the line break that a parser would change. */
export function escapeMarkup(text: string): string {
  return toPlain(text).replace(/[&<>"'\r]/g, (character) => escapes[character] ?? '')
}

const escapes: { [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
}

function join(children: Child[]): string {
  return children
    .map((child) => (!child ? '' : typeof child === 'string' ? escapeMarkup(child) : child.markup))
    .join('')
}
