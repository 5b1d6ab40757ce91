/** A saved page as a browser shows it: boxes, and in them blocks of text, each a paragraph. */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { getOrMake } from '../../lists.ts'
import { pairs, readLists } from '../languages/lists.ts'
import { isProse } from './prose.ts'

/** An element that stands as a block of its own. */
export interface Box {
  tag: string
  /** Its class, id and the like, words in a row. */
  names: string
  properties: Element['properties']
  parent: Box | null
  /** Its place in the page, and where it ends. */
  start: number
  end: number
  /** How much of it is prose, all boxes within included; links count for little. */
  prose: number
  /** How many blocks are in it, of how many letters, and how many of those are links. */
  size: number
  letters: number
  links: number
}

/** A stretch of text without a break, as a paragraph, a heading, an entry of a list. */
export interface Block {
  box: Box
  text: string
  line: number
  endLine: number
  start: number
  /** Letters of it that are links. */
  links: number
  isProse: boolean
  /** A heading's rank. */
  rank: number | null
  /** In a quotation of its own. */
  quoted: boolean
}

export interface Shown {
  body: Box
  boxes: Box[]
  blocks: Block[]
  /** Times and days that the page shows, with their machine-readable form. */
  times: { box: Box; start: number; stated: string; shown: string }[]
}

const names = readLists('../page')
/** A pattern for the words of a list among the names of a box. */
export const toForm = (list: string) => new RegExp(`(?:^|[-_\\s])(?:${names(list).join('|')})(?:$|[-_\\s])`, 'i')
/** The words of a list of `names.txt`. */
export const namesIn = (list: string): ReadonlySet<string> => new Set(names(list))
const [unseen, blockTags, inTheLine] = [namesIn('unseen'), namesIn('blocks'), namesIn('unseen in a line')]
const forTheEar = toForm('for the ear')
const quotationMarks = pairs(names('quotation marks'))

/** Reads what a page shows. */
export function readShown(tree: Root, language: string): Shown {
  const none: Element = { type: 'element', tagName: 'body', properties: {}, children: [] }
  const bodyNode = [...elements(tree)].find(({ tagName }) => tagName === 'body') ?? none
  const [boxes, blocks, times]: [Box[], Block[], Shown['times']] = [[], [], []]
  const isBlock = blockTester()
  const marks = (quotationMarks.get(language.slice(0, 2)) ?? '“…”').replaceAll('_', ' ').split('…')

  const addBlock = (run: readonly ElementContent[], box: Box): void => {
    const written = run.reduce((before, node) => before + inlineText(node, marks, before), '')
    const raw = box.tag === 'pre' ? written.replace(/\n\s*\n/g, '\u2028\u2028') : written
    const place = run.find(({ position }) => position)?.position
    const isLink = isIn(box, 'a')
    for (const marked of toParagraphs(raw)) {
      const linked = [...marked.matchAll(linkedWords)].reduce((sum, [, words = '']) => sum + words.trim().length, 0)
      const text = fold(marked.replace(linkMarks, ''))
      if (text === '') continue
      const block: Block = {
        ...{ box, text, isProse: isProse(text), links: isLink ? text.length : linked, quoted: isIn(box, 'blockquote') },
        line: place?.start.line ?? 1,
        endLine: run.at(-1)?.position?.end.line ?? place?.end.line ?? 1,
        start: place?.start.offset ?? box.start,
        rank: /^h[1-6]$/.test(box.tag) ? Number(box.tag[1]) : null,
      }
      blocks.push(block)
      const weight = block.isProse ? weightOf(block) : 0
      for (const at of outwards(box)) {
        at.prose += weight
        at.size++
        at.letters += text.length
        at.links += block.links
      }
    }
  }

  const walk = (node: Element, parent: Box | null): Box => {
    const box: Box = {
      ...{ tag: node.tagName, names: namesOf(node), properties: node.properties, parent },
      start: node.position?.start.offset ?? parent?.start ?? 0,
      end: node.position?.end.offset ?? parent?.end ?? Number.POSITIVE_INFINITY,
      ...{ prose: 0, size: 0, letters: 0, links: 0 },
    }
    boxes.push(box)
    let run: ElementContent[] = []
    const flush = () => {
      const isShown = (one: ElementContent) =>
        plainText(one).trim() !== '' || (one.type === 'element' && one.tagName === 'br')
      if (run.some(isShown)) addBlock(run, box)
      run = []
    }
    for (const child of childrenOf(node)) {
      if (child.type === 'text') run.push(child)
      if (child.type !== 'element' || unseen.has(child.tagName)) continue
      if (child.tagName === 'time') {
        const words = fold(plainText(child))
        const stated = String(child.properties['dateTime'] ?? words)
        times.push({ box, start: child.position?.start.offset ?? box.start, stated, shown: words })
      }
      if (isBlock(child, node)) {
        flush()
        walk(child, box)
      } else run.push(child)
    }
    flush()
    return box
  }
  return { body: walk(bodyNode, null), boxes, blocks, times }
}

/** How much prose a block has: long paragraphs tell an article from lists of teasers, and links count for little. */
export function weightOf({ text, links }: Block): number {
  return Math.max(0, text.length - 0.8 * links) * (text.length < 100 ? 0.5 : 1)
}

/** An element's children as they are shown: a shadow root’s in place of its host’s, which stand in its slot. */
function childrenOf(node: Element): ElementContent[] {
  const isShadow = (child: ElementContent): child is Element =>
    child.type === 'element' && child.tagName === 'template' && /shadowroot/i.test(Object.keys(child.properties).join())
  const shadow = node.children.find(isShadow)
  if (!shadow) return node.children
  const light = node.children.filter((child) => child !== shadow)
  const content = (shadow.content?.children ?? shadow.children) as ElementContent[]
  const fill = (list: ElementContent[]): ElementContent[] =>
    list.flatMap((child) => {
      if (child.type !== 'element') return [child]
      if (child.tagName === 'slot') return light.length > 0 ? light : child.children
      return [{ ...child, children: fill(child.children) }]
    })
  return fill(content)
}

/** Whether an element breaks the line: by its name, by what it holds, or as an own element that stands alone in its row. */
function blockTester(): (node: Element, parent: Element) => boolean {
  const known = new WeakMap<Element, boolean>()
  const isBlock = (node: Element, parent: Element): boolean =>
    getOrMake(known, node, () => {
      const isWithin = (child: ElementContent) =>
        child.type === 'element' && !unseen.has(child.tagName) && isBlock(child, node)
      if (blockTags.has(node.tagName) || childrenOf(node).some(isWithin)) return true
      if (/display\s*:\s*(?:block|flex|grid|table)/i.test(String(node.properties['style']))) return true
      if (parent.tagName === 'p') return false
      const isAlone = parent.children.every((child) => child.type !== 'text' || child.value.trim() === '')
      // A picture with its caption in spans.
      return node.tagName === 'span' ? [...elements(node)].some(isPicture) : node.tagName.includes('-') && isAlone
    })
  return isBlock
}

const isPicture = ({ tagName }: Element): boolean => tagName === 'img' || tagName === 'picture'

/** Around the words of a link, until its letters are counted. */
const linkMarks = /[\uE000\uE001]/g
const linkedWords = /\uE000([^\uE001]*)\uE001?/g

/** Text of what stands in a line. */
function inlineText(node: Nodes, marks: readonly string[], before = ''): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const { tagName } = node
  if (tagName === 'br') return '\u2028'
  if (unseen.has(tagName) || inTheLine.has(tagName)) return ''
  if (isHidden(node.properties) || forTheEar.test(namesOf(node))) return ''
  let inner = ''
  for (const child of childrenOf(node)) inner += inlineText(child, marks, before + inner)
  if (tagName === 'sup' && isFootnote(inner.replace(linkMarks, '').trim(), before.replace(linkMarks, ''))) return ''
  if (tagName === 'a' && inner.trim() !== '') inner = `\uE000${inner}\uE001`
  return tagName === 'q' && !/^\s*["“„«‘「]/.test(inner) ? `${marks[0]}${inner}${marks[1]}` : inner
}

/** A sign that sends to a note, not an exponent (`km²`) or an ordinal (`19th`). */
function isFootnote(sign: string, before: string): boolean {
  if (/^(?:[*†‡§]+|\[.{1,4}\])$/.test(sign)) return true
  return /^(?:\d{1,3}|[a-z])$/.test(sign) && !/(?:\d|(?:^|[\s(/])\p{L}{1,2})$/u.test(before)
}

/** An element's text; line breaks part paragraphs where a page uses them so. */
function toParagraphs(raw: string): string[] {
  const full = (list: string[]) => list.map(fold).filter((text) => text !== '')
  if (/\u2028\s*\u2028/.test(raw)) return full(raw.split(/(?:\u2028\s*){2,}/))
  const pieces = full(raw.split('\u2028'))
  const ended = pieces.filter((text) => /[.!?…。！？۔।]["”’»)」\uE001]*$/.test(text)).length
  return pieces.length > 1 && ended >= pieces.length - 1 ? pieces : full([raw])
}

/** White space as a browser folds it. */
export function fold(text: string): string {
  return text
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(/\s*\u2028\s*/g, ' ')
    .trim()
}

/** Whether a page hides an element, and not only from some screens. */
export function isHidden({ hidden = false, style }: Element['properties']): boolean {
  if (hidden !== false && hidden !== 'until-found') return true
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ''))
}

/** All text in a node. */
export function plainText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && unseen.has(node.tagName) && node.tagName !== 'template') return ''
  return 'children' in node ? (node.children as Nodes[]).map(plainText).join('') : ''
}

function namesOf({ properties }: Element): string {
  const classes = [properties['className'] ?? []].flat().join(' ')
  return `${classes} ${properties['id'] ?? ''} ${properties['dataComponent'] ?? ''} ${properties['dataTestid'] ?? ''}`
    .replace(/__(?=[\w-]*[A-Z\d])[\w-]{5,}(?=\s|$)/g, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .trim()
}

/** A box, and all boxes around it. */
export function* outwards(box: Box): Generator<Box> {
  for (let at: Box | null = box; at; at = at.parent) yield at
}

/** Whether a box is another one, or stands in it. */
export function isInside(box: Box, outer: Box): boolean {
  return [...outwards(box)].includes(outer)
}

/** Whether a box is an element of that name, or stands in one. */
export function isIn(box: Box, tag: string): boolean {
  return [...outwards(box)].some((outer) => outer.tag === tag)
}

/** Every element of a page, in its order. */
export function* elements(node: Root | Element): Generator<Element> {
  for (const child of node.children as RootContent[]) {
    if (child.type !== 'element') continue
    yield child
    yield* elements(child)
  }
}
