/**
 * Renders what `remark-read-quotes` has read:
 *
 * - a direct quote: `<a class="said direct" href="…"><q>“No,”</q></a>`
 * - a mixed one: `<a class="said mixed" href="…">he had <q>“no plans”</q> to go</a>`
 * - an indirect one: `<a class="said indirect" href="…">`
 * - a report: `<a class="happened" href="…">`, or `expected` while it has not happened
 * - a mention: `<a class="named" href="…">`
 *
 * Quotation marks stay in the text: the copy is verbatim. Links that lead nowhere in the site lose their element and
 * keep their words. Headings become `h2`, below the page's own.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { urls } from '../urls.ts'
import type { Reading, ReadLink } from './reading.ts'

export interface RenderOptions {
  /** Whether an event has not happened (yet), so that its reports are not shown as facts. */
  isExpected: (event: string) => boolean
  /** Whether a quote was taken off the record: its words are then nobody's, and a link to it is none. */
  isWithdrawn?: (speaker: string, fragment: string) => boolean
  /** Leaves articles unrendered: for programs that show none. */
  unrendered?: boolean
}

declare module 'vfile' {
  interface DataMap {
    options: RenderOptions
  }
}

export function rehypeRenderQuotes() {
  return (tree: Root, file: VFile): void => {
    const reading = file.data.reading
    if (reading) render(tree, reading, file.data.options?.isExpected ?? (() => false))
  }
}

/** Gives each link of the reading its anchor: after sanitising, which would prefix or drop it. */
export function rehypeAnchors() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', ({ properties }) => {
      const link = file.data.reading?.links[Number(properties['dataLink'])]
      delete properties['dataLink']
      if (link) properties['id'] = link.anchor
    })
  }
}

function render(node: Root | Element, reading: Reading, isExpected: RenderOptions['isExpected']): void {
  const children: (RootContent | ElementContent)[] = []
  for (const child of node.children) {
    if (child.type !== 'element') {
      children.push(child)
      continue
    }
    if (/^h[1-6]$/.test(child.tagName)) child.tagName = 'h2'
    render(child, reading, isExpected)
    if (child.tagName !== 'a') children.push(child)
    else {
      const link =
        child.properties['dataLink'] === undefined ? undefined : reading.links[Number(child.properties['dataLink'])]
      const href = String(child.properties['href'] ?? '')
      if (link) children.push(renderLink(child, link, isExpected))
      else if (/^(https?|mailto):/i.test(href)) {
        // A title would be lost: sanitising says so.
        child.properties = { href, rel: ['external', 'noopener'], ...toTitle(child) }
        children.push(child)
      } else children.push(...child.children)
    }
  }
  node.children = children as ElementContent[]
}

function toTitle({ properties }: Element): Element['properties'] {
  return properties['title'] === undefined ? {} : { title: properties['title'] }
}

function renderLink(element: Element, link: ReadLink, isExpected: RenderOptions['isExpected']): Element {
  const number = element.properties['dataLink']
  if (link.is === 'report') {
    const className = [isExpected(link.target) ? 'expected' : 'happened']
    element.properties = { className, href: urls.event(link.target), dataLink: number }
  } else if (link.is === 'mention') {
    element.properties = { className: ['named'], href: urls.speaker(link.target), dataLink: number }
  } else {
    element.properties = {
      className: ['said', link.kind],
      href: urls.quote(link.target, link.fragment ?? ''),
      dataLink: number,
    }
    if (link.quoted.length > 0) element.children = wrapRanges(element.children, 0, link.quoted)
  }
  return element
}

type Range = [start: number, end: number]

/** Puts the given ranges of text into `<q>`; where markup crosses the edge of a range, each side gets its own. */
function wrapRanges(nodes: readonly ElementContent[], offset: number, ranges: readonly Range[]): ElementContent[] {
  const result: ElementContent[] = []
  let quotation: { range: Range; element: Element } | undefined
  let at = offset
  for (const node of nodes) {
    for (const piece of splitText(node, ranges, at)) {
      const end = at + textLength(piece)
      const range = ranges.find(([from, to]) => from <= at && end <= to && at < to)
      if (range) {
        if (quotation?.range !== range) {
          quotation = { range, element: { type: 'element', tagName: 'q', properties: {}, children: [] } }
          result.push(quotation.element)
        }
        quotation.element.children.push(piece)
      } else {
        quotation = undefined
        if (piece.type === 'element') piece.children = wrapRanges(piece.children, at, ranges)
        result.push(piece)
      }
      at = end
    }
  }
  return result
}

/** Cuts a text node at the edges of the ranges. */
function splitText(node: ElementContent, ranges: readonly Range[], at: number): ElementContent[] {
  if (node.type !== 'text') return [node]
  const cuts = ranges
    .flat()
    .map((edge) => edge - at)
    .filter((edge) => edge > 0 && edge < node.value.length)
  if (cuts.length === 0) return [node]
  const edges = [0, ...cuts.sort((a, b) => a - b), node.value.length]
  return edges.slice(1).map((end, index) => ({ type: 'text', value: node.value.slice(edges[index], end) }))
}

function textLength(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  return node.type === 'element' ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0
}
