/**
 * What a stranger needs to see that words are those that were printed: a hash of each block of each copy, the place of each
 * quote in it, and a hash tree over all (RFC 9162, section 2.1, in shape). `public/verify.js` reads it back, and says in its
 * own words how each hash is made.
 */
import { getOrMake } from '../lists.ts'
import { sha256 } from '../markdown/hash.ts'
import type { Article, NewsRecord, ProseNode, Quote, Wording } from '../record/types.ts'
import { toExcerpts } from './article-page.ts'

/** A neighbour on the way up a tree, and on which side it stands. */
type Step = { left: string } | { right: string }

/** Where words stand: the block, from 0, and offsets in its text in UTF-16 units. */
interface ProvenPart {
  block: number
  start: number
  end: number
  /** Exactly as printed, their marks included. */
  words: string
}

/** A wording, with its way up to the hash of its article. */
export interface WordingProof {
  quote: string
  article: string
  /** As the page of the quote and the data have it. */
  text: string
  parts: ProvenPart[]
  branch: Step[]
}

/** An article: the hash of each block that is printed of it. */
interface ArticleProof {
  id: string
  source: string
  blocks: string[]
  quotes: WordingProof[]
  /** Of all the above. */
  hash: string
}

export interface Proof {
  root: string
  /** Each with its way up to the root. */
  articles: (ArticleProof & { branch: Step[] })[]
}

/** The proof of a record. */
export function toProof({ articles }: Pick<NewsRecord, 'articles'>): Proof {
  const proofs = articles.map(toArticleProof)
  const { branches, root } = grow(proofs.map(({ hash }) => hash))
  return { root, articles: proofs.map((proof, index) => ({ ...proof, branch: branches[index] ?? [] })) }
}

/** What is proven of each wording of a quote: it changes only with its article. */
export function toQuoteProof({ wordings }: Quote): WordingProof[] {
  return wordings.map(
    (wording) => toArticleProof(wording.article).quotes[wording.article.wordings.indexOf(wording)] as WordingProof,
  )
}

const known = new WeakMap<Article, ArticleProof>()

function toArticleProof(article: Article): ArticleProof {
  return getOrMake(known, article, () => {
    const { address, id, wordings } = article
    const printed = toPrintedBlocks(article)
    const blocks = printed.map(({ text }) => sha256(text))
    const quotes = wordings.map((wording) => toLeaf(wording, printed))
    const { branches, root } = grow([
      leafHash('article', id, address, blocks),
      ...quotes.map(({ quote, article: own, text, parts }) =>
        leafHash(
          'quote',
          quote,
          own,
          text,
          parts.map(({ block, start, end, words }) => [block, start, end, words]),
        ),
      ),
    ])
    return {
      id,
      source: address,
      blocks,
      quotes: quotes.map((quote, index) => ({ ...quote, branch: branches[index + 1] ?? [] })),
      hash: root,
    }
  })
}

function toLeaf(
  { article, parts, quote, text }: Wording,
  printed: readonly PrintedBlock[],
): Omit<WordingProof, 'branch'> {
  const found = parts.flatMap(({ anchor }): ProvenPart[] => {
    const block = printed.findIndex(({ anchors }) => anchors.has(anchor))
    const [start, end] = printed[block]?.anchors.get(anchor) ?? [0, 0]
    return block === -1 ? [] : [{ block, start, end, words: printed[block]?.text.slice(start, end) ?? '' }]
  })
  return { quote: quote.id, article: article.id, text: foldSpace(text), parts: found }
}

/** A block as it is printed: white space is one space, as a browser shows it. */
export interface PrintedBlock {
  text: string
  /** Where the words of each link stand in it, by its anchor. */
  anchors: Map<string, [start: number, end: number]>
}

/** All that is printed of the words of an article, block by block; where rights do not allow the copy, sentence by sentence. */
export function toPrintedBlocks(article: Article): PrintedBlock[] {
  return getOrMake(printedOf, article, () => printAll(article))
}

const printedOf = new WeakMap<Article, PrintedBlock[]>()

function printAll(article: Article): PrintedBlock[] {
  if (article.rights === 'full') return article.copy.map((node) => print([node]))
  return toExcerpts(article).map(({ stretches }) =>
    print(
      stretches.map(({ text, words }) =>
        words ? { tag: 'a', attributes: { id: words.anchor }, children: [text] } : text,
      ),
    ),
  )
}

/** Elements that stand by themselves: the words on either side of their edges are two. */
const apart = new Set(['blockquote', 'br', 'h2', 'hr', 'li', 'ol', 'p', 'pre', 'ul'])

function print(nodes: readonly ProseNode[]): PrintedBlock {
  const anchors: PrintedBlock['anchors'] = new Map()
  let text = ''
  const add = (more: string): void => {
    const folded = foldSpace(more)
    text += (text === '' || text.endsWith(' ')) && folded.startsWith(' ') ? folded.slice(1) : folded
  }
  const visit = (node: ProseNode): void => {
    if (typeof node === 'string') {
      add(node)
      return
    }
    const { attributes, children, tag } = node
    if (apart.has(tag)) add(' ')
    const start = text.length
    children.forEach(visit)
    if (attributes['id']) anchors.set(attributes['id'], [start, text.length])
    if (apart.has(tag)) add(' ')
  }
  nodes.forEach(visit)
  return { text: text.trimEnd(), anchors }
}

/** White space as HTML has it; a no-break space is a character of the outlet’s. */
function foldSpace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ')
}

/** What stands before a leaf and before a node, so that neither can pass for the other. */
const [leafMark, nodeMark] = [new Uint8Array([0]), new Uint8Array([1])]

function leafHash(...fields: readonly unknown[]): string {
  return sha256(leafMark, JSON.stringify(fields))
}

/** The root over some hashes, and the way up to it from each; of none it is the hash of nothing. */
function grow(hashes: readonly string[]): { root: string; branches: Step[][] } {
  const [first] = hashes
  if (first === undefined) return { root: sha256(''), branches: [] }
  if (hashes.length === 1) return { root: first, branches: [[]] }
  // As many as can be on the left in a whole tree: what was there stays where it was when something comes behind it.
  const half = 2 ** Math.floor(Math.log2(hashes.length - 1))
  const [left, right] = [grow(hashes.slice(0, half)), grow(hashes.slice(half))]
  return {
    root: sha256(nodeMark, Buffer.from(left.root, 'hex'), Buffer.from(right.root, 'hex')),
    branches: [
      ...left.branches.map((steps): Step[] => [...steps, { right: right.root }]),
      ...right.branches.map((steps): Step[] => [...steps, { left: left.root }]),
    ],
  }
}
