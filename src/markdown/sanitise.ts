/** What may reach a page: the last word on all that is made from Markdown. */
import type { Element, Nodes, Root } from 'hast'
import rehypeSanitize, { type Options } from 'rehype-sanitize'
import type { VFile } from 'vfile'
import type { Found } from './reading.ts'

/** The elements CommonMark makes, and the classes and attributes of our own renderers. */
const allowed: Options = {
  tagNames: ['a', 'blockquote', 'br', 'code', 'em', 'h2', 'hr', 'li', 'ol', 'p', 'pre', 'q', 'strong', 'ul'],
  attributes: {
    a: [
      'href',
      'dataLink',
      ['className', 'said', 'direct', 'mixed', 'indirect', 'happened', 'expected', 'named'],
      ['rel', 'external', 'noopener'],
    ],
    ol: ['start'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { li: ['ol', 'ul'] },
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
}

const sanitise = rehypeSanitize(allowed)
// Asked about one element, which has no parent then.
const sanitiseAlone = rehypeSanitize({ ...allowed, ancestors: {} })

declare module 'vfile' {
  interface DataMap {
    /** What sanitising took away, as written, with its place in the body. */
    refused: Found[]
  }
}

/** The plugin: leaves what it took away in `file.data.refused`. It should be nothing; the checks refuse the file else. */
export function rehypeSanitise() {
  return (tree: Root, file: VFile): Root => {
    const clean = sanitise(tree)
    // Sanitising only takes away, so what weighs the same is the same.
    file.data.refused = weigh(clean) === weigh(tree) ? [] : findRefused(tree)
    return clean
  }
}

/** The number of nodes, attributes and values of a tree. */
function weigh(node: Nodes): number {
  let sum = 1
  if (node.type === 'element') {
    for (const value of Object.values(node.properties)) sum += Array.isArray(value) ? 1 + value.length : 1
  }
  if ('children' in node) for (const child of node.children) sum += weigh(child)
  return sum
}

function findRefused(node: Nodes): Found[] {
  const found: Found[] = []
  const { line = 1, column = 1 } = node.position?.start ?? {}
  if (node.type === 'element') {
    const bare: Element = { ...node, children: [] }
    const [kept] = sanitiseAlone({ type: 'root', children: [bare] }).children
    if (kept?.type !== 'element') found.push({ text: `<${node.tagName}>`, at: { line, column } })
    else if (weigh(kept) !== weigh(bare)) {
      const names = Object.keys(node.properties).filter((name) => !same(node.properties[name], kept.properties[name]))
      const text = names.map((name) => `${name === 'className' ? 'class' : name}="${node.properties[name]}"`).join(' ')
      found.push({ text: `<${node.tagName} ${text}>`, at: { line, column } })
    }
  } else if (node.type !== 'text' && node.type !== 'root') found.push({ text: node.type, at: { line, column } })
  if ('children' in node) for (const child of node.children) found.push(...findRefused(child))
  return found
}

function same(one: unknown, other: unknown): boolean {
  return String(one) === String(other)
}
