/** Sanitised prose as a tree. Components print it element by element, and text is escaped where it is printed. */
import type { Element, Nodes } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

/** Text, or one of the elements that may reach a page. */
export type ProseNode = string | ProseElement

interface ProseElement {
  tag: string
  /** By their names in HTML. */
  attributes: { [name: string]: string }
  children: ProseNode[]
}

/** The nodes of a tree that was sanitised; anything but elements and text is none. */
export function toNodes(children: readonly Nodes[]): ProseNode[] {
  return children.flatMap((child): ProseNode[] => {
    if (child.type === 'text') return [child.value]
    return child.type === 'element' ? [toElement(child)] : []
  })
}

function toElement({ tagName, properties, children }: Element): ProseElement {
  const attributes: ProseElement['attributes'] = {}
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    attributes[name === 'className' ? 'class' : name] = Array.isArray(value) ? value.join(' ') : String(value)
  }
  return { tag: tagName, attributes, children: toNodes(children) }
}

/** The words of nodes. */
export function textOf(nodes: readonly ProseNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

const writer = unified().use(rehypeStringify).freeze()

/** The nodes as a text of HTML, for readers that want one. */
export function toHtml(nodes: readonly ProseNode[]): string {
  return writer.stringify({ type: 'root', children: nodes.map(toHast) })
}

function toHast(node: ProseNode): Element | { type: 'text'; value: string } {
  if (typeof node === 'string') return { type: 'text', value: node }
  return { type: 'element', tagName: node.tag, properties: node.attributes, children: node.children.map(toHast) }
}
