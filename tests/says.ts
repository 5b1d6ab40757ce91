/**
 * What the published data say of a thing, and whether its page says it too: one walk over the shapes of the data files,
 * each value looked for by its sort. A value that is worded otherwise has its wording below, and one that is not for the
 * page its reason.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { z } from 'zod'
import { type PublishedName, publishedFiles, publishedNames } from '../src/views/published.ts'
import { ourCopyWords, rightsWords } from '../src/words/articles.ts'
import { correctionWords } from '../src/words/corrections.ts'
import { capital } from '../src/words/count.ts'
import { toWords } from '../src/words/dates.ts'
import { kindOf } from '../src/words/events.ts'
import { kindWords, tieWords } from '../src/words/quotes.ts'
import { speakerKindWords } from '../src/words/speakers.ts'
import { listFiles, projectFolder, type TestSite } from './sites.ts'

// biome-ignore lint/suspicious/noExplicitAny: a value of any of the shapes.
type Any = any
export type Thing = Record<string, Any>

/** What there is to find in a page or a part of it. */
export interface Said {
  /** Its words, without quotation marks, which differ by language. */
  text: string
  /** Where it leads: paths below the base, addresses elsewhere, and what quotations name as their source. */
  links: Set<string>
  /** What is marked up in it: `ins: words`, `lang: uk`. */
  marked: Set<string>
}

/** One value of the data: whose it is, which field, and whether a page has it. */
export interface Value {
  thing: string
  path: string
  value: unknown
  schema: z.core.$ZodType
  isSaid: (value: unknown, pages?: Nodes[]) => boolean
}

/** A built site: its data files and its pages. */
export class BuiltSite {
  readonly folder: string
  readonly files = new Map<PublishedName, Thing>()
  /** Everything on record by its id; ids of two nouns may be alike. */
  readonly byId = new Map<string, Thing[]>()
  readonly byUrl = new Map<string, Thing>()
  /** Paths of all pages. */
  readonly paths: string[]
  readonly #pages = new Map<string, Nodes>()
  readonly #base: string

  constructor(site: TestSite) {
    this.folder = join(projectFolder, site.folder)
    this.#base = site.base
    this.paths = listFiles(this.folder, /(?:^|\/)index\.html$/).map((name) => `/${name.slice(0, -'index.html'.length)}`)
    for (const name of publishedNames) {
      const file = publishedFiles[name].parse(JSON.parse(readFileSync(join(this.folder, `data/${name}.json`), 'utf8')))
      this.files.set(name, file)
      for (const one of Object.values(file).filter(Array.isArray).flat() as Thing[]) {
        this.byId.set(one['id'], [...(this.byId.get(one['id']) ?? []), one])
        if (one['url']) this.byUrl.set(this.toPath(one['url']), one)
      }
    }
  }

  /** A path below the base, without the origin of the site; another address as it is. */
  toPath(url: string): string {
    const path = url.replace(/^https:\/\/example\.org(?=\/)/, '')
    return path.startsWith(this.#base) ? `/${path.slice(this.#base.length)}` : path
  }

  html(path: string): string {
    return readFileSync(join(this.folder, decodeURI(path), 'index.html'), 'utf8')
  }

  page(path: string): Nodes {
    const known = this.#pages.get(path) ?? mainOf(fromHtml(this.html(path)))
    this.#pages.set(path, known)
    return known
  }

  /** The pages that tell of a thing: a long one has more than one, a topic a second order, an outlet its articles. */
  pathsOf({ articles = [], url }: Thing): string[] {
    if (!url)
      return articles.flatMap((article: string) => (this.byId.get(article) ?? []).flatMap((one) => this.pathsOf(one)))
    const [path = ''] = this.toPath(url).split('#')
    return this.paths.filter(
      (one) => one.startsWith(path) && /^(?:speakers\/)?(?:\d+\/)?$/.test(one.slice(path.length)),
    )
  }

  read(nodes: Nodes[]): Said {
    const said: Said = { text: '', links: new Set(), marked: new Set() }
    for (const node of nodes) said.text += ` ${this.#read(node, said)}`
    said.text = plain(said.text)
    return said
  }

  #read(node: Nodes, said: Said): string {
    if (node.type === 'text') return node.value
    if (!('children' in node)) return ''
    const text = node.children.map((child) => this.#read(child, said)).join('')
    if (node.type !== 'element') return text
    const { cite, href, id, lang } = node.properties
    if (id) said.marked.add(`id: ${id}`)
    for (const link of [href, cite]) {
      const path = link ? this.toPath(String(link)) : ''
      for (const to of [path, path.replace(/#.*/s, '')]) if (to) said.links.add(to)
    }
    if (lang) said.marked.add(`lang: ${lang}`)
    if (/^(ins|mark|q)$/.test(node.tagName)) said.marked.add(`${node.tagName}: ${plain(text)}`)
    // What differs may be told within what is somebody's words.
    for (const run of runsOf(node, ({ tagName }) => tagName === 'mark' || tagName === 'ins'))
      said.marked.add(`mark: ${plain(run.map(textOf).join(''))}`)
    // A span with a class is a line of its own in places.
    return inline.has(node.tagName) && !(node.tagName === 'span' && classOf(node).length > 0) ? text : ` ${text} `
  }

  /** Every value that the data have of everything that has a page, with whether it is said there. */
  *values(): Generator<Value> {
    for (const [name, file] of this.files) {
      for (const [list, schema] of Object.entries(publishedFiles[name].shape)) {
        if (schema.def.type !== 'array') continue
        for (const thing of file[list] as Thing[]) {
          const walk = new Walk(this, `${list}/${thing['id']}`, this.pathsOf(thing))
          yield* walk.values((schema as z.ZodArray).element, thing, list, [], [])
        }
      }
    }
  }
}

/** The walk over one thing. */
class Walk {
  readonly site: BuiltSite
  readonly thing: string
  readonly paths: string[]
  readonly #read = new Map<string, Said>()

  constructor(site: BuiltSite, thing: string, paths: string[]) {
    this.site = site
    this.thing = thing
    this.paths = paths
  }

  /** The values below one, each with the part of the page it has to stand in. */
  *values(schema: z.core.$ZodType, value: unknown, path: string, of: Thing[], parts: Thing[]): Generator<Value> {
    const { def } = schema as z.ZodType & { def: Any }
    if (value === null || value === undefined || value === '') return
    if (notOnThePage.some(([end]) => end.test(path))) return
    if (def.type === 'nullable' || def.type === 'optional') yield* this.values(def.innerType, value, path, of, parts)
    else if (def.type === 'object') {
      const own = path in partsOf ? [...parts, { path, value }] : parts
      for (const [field, shape] of Object.entries<z.ZodType>(def.shape))
        yield* this.values(shape, (value as Thing)[field], `${path}.${field}`, [...of, value as Thing], own)
    } else if (def.type === 'array')
      for (const one of value as unknown[]) yield* this.values(def.element, one, path, of, parts)
    else {
      const own = anywhere.has(path) ? [] : parts
      const isSaid = (one: unknown, pages?: Nodes[]) =>
        // An outlet has no page; the pages of its articles tell of it.
        /^((?!corrections)\w+\.url|outlets\.articles)$/.test(path)
          ? [...toThings(one, of, this.site), String(one)].some((url) => this.paths.includes(this.site.toPath(url)))
          : isSaidIn(this.site, this.#said(own, pages), path, one, def.type, of)
      yield { thing: this.thing, path, value, schema, isSaid }
    }
  }

  /** What is said in the part of the page that a value belongs to. */
  #said(parts: Thing[], pages?: Nodes[]): Said {
    const key = JSON.stringify(parts)
    const known = pages ? undefined : this.#read.get(key)
    if (known) return known
    let nodes = pages ?? this.paths.map((path) => this.site.page(path))
    for (const { path, value } of parts) {
      const { is, has } = partsOf[path] as Part
      nodes = nodes
        .flatMap((node) => findAll(node, is))
        .filter((node) => {
          const said = this.site.read([node])
          return has(value).every((one) => said.links.has(this.site.toPath(one)) || said.text.includes(plain(one)))
        })
    }
    const said = this.site.read(nodes)
    if (!pages) this.#read.set(key, said)
    return said
  }
}

interface Part {
  is: (element: Element, ancestors: Element[]) => boolean
  /** Links or words by which the part is known. */
  has: (value: Thing) => string[]
}

const isItemOf = (name: string) => (element: Element, ancestors: Element[]) =>
  element.tagName === 'li' && classOf(ancestors.at(-1)).includes(name)

/** Parts of a page that say something of one thing in a list: what is said of it must stand there. */
const partsOf: { [path: string]: Part } = {
  'quotes.wordings': { is: isItemOf('wordings'), has: ({ sourceUrl }) => [sourceUrl] },
  'events.reports': {
    is: isItemOf('reports'),
    has: ({ narrative, sourceUrl, spoken }) => [sourceUrl, narrative ?? spoken.wording.text],
  },
  'events.announcement': { is: ({ tagName }) => tagName === 'section', has: ({ url }) => [url] },
  'events.figures': {
    is: ({ tagName }, ancestors) => tagName === 'div' && classOf(ancestors.at(-1)).includes('figures'),
    has: ({ what, words }) => [what, words],
  },
  'articles.saidDays': {
    is: ({ tagName }, ancestors) => tagName === 'div' && ancestors.at(-1)?.tagName === 'dl',
    has: ({ source, speakers }) => [source, ...speakers],
  },
  corrections: { is: ({ tagName }) => tagName === 'article', has: ({ was, why }) => [was, why] },
}

/** Of the only wording the words stand above, and not once more among the wordings. */
const anywhere = new Set(['quotes.wordings.text', 'quotes.wordings.pieces.quoted'])

/** Fields that are not for the page of the thing, by the end of their path, each with why. */
export const notOnThePage: readonly (readonly [path: RegExp, why: string])[] = [
  [/\.id$/, 'It is in the address.'],
  [
    /^(quotes\.(added|changed)|events\.(added|updated|changed)|articles\.changed)$/,
    'The feeds and the list of what is new say it.',
  ],
  [/\.(saidDays|dateDays)\.(first|last)$/, 'The date says it, in words.'],
  [/^quotes\.independent$|^speakers\.outlets$/, 'Lists and pictures for sharing count them; the page has each.'],
  [/\.links\.(speaker|speakers|about)\.kind$/, 'The page of the speaker says it.'],
  [/\.links\.article\.name$/, 'The name of the outlet leads to the article; its page has the headline.'],
  [/^quotes\.wordings\.parts$|\.pieces\.text$/, 'They are `text`, in parts.'],
  [/^events\.dateShape$/, 'Lists draw a mark by it.'],
  [/^events\.due\./, 'The browser says it by the reader’s date, in a story that is followed.'],
  [/^events\.figures\.value$/, 'The words of the article have it.'],
  [/^events\.reports\.(published|agency|rights)$/, 'The page of the article says it.'],
  [/^events\.reports\.text$/, 'It is `narrative`, or somebody’s words.'],
  [
    /^events\.reports\.spoken\.(speaker|role|said|reported|context)$/,
    'The page of the quote says it, where the words lead.',
  ],
  [/^events\.announcement\.(role|reported|context)$/, 'The page of the quote says it, where the words lead.'],
  [/^events\.reports\.spoken\.links\.speaker\.url$/, 'The name leads to the quote.'],
  [
    /^events\.(announcement|reports\.spoken)\.wording\.(?!text$|language$|kind$|pieces\.)/,
    'The page of the quote says it, where the words lead.',
  ],
  [/^events\.(announcement|reports\.spoken)\.kind$/, 'It is that of the wording.'],
  [/^outlets\.(homepage|country)$|^speakers\.country$/, 'No page shows it.'],
  [/^(outlets|topics)\.aliases$/, 'Search finds by them.'],
  [/^places\./, 'Search finds by it; a place has no page.'],
  [/^topics\.articles$/, 'The pages of the articles name the topic.'],
  [/^withdrawn\.name$/, 'The list of corrections names it; the page in its place shows no words of it.'],
]

type Wording = (value: Any, of: Thing[], site: BuiltSite) => string[]

const toDates: Wording = (value) => (['long', 'short', 'weekday'] as const).map((style) => toWords(value, style))

/** Somebody's words in an article that report an event lead to the quote. */
const reportsIn = (article: string, event: string, site: BuiltSite): string[] =>
  (site.byId.get(event) ?? []).flatMap(({ reports = [] }) =>
    reports.flatMap((one: Thing) =>
      one['article'] === article && one['spoken'] ? [site.toPath(one['spoken'].url)] : [],
    ),
  )

/** Something named by its id leads to its page; an outlet, which has none, is named, and a correction is told. */
const toThings: Wording = (id, _, site) =>
  (site.byId.get(id) ?? []).map(({ name, url, was }) => was ?? (url ? site.toPath(url) : name))

/** How values are said that do not stand on the page as they are, by the end of their path: any of these. */
const wordings: readonly (readonly [path: RegExp, words: Wording])[] = [
  [/\.(figures|mentions)\.outlet$|\.saidDays\.speakers$/, (name) => [name]],
  [/^articles\.events$/, (id, of, site) => [...toThings(id, of, site), ...reportsIn(of[0]?.['id'], id, site)]],
  [
    /^events\.announcement\.wording\.kind$/,
    (kind, of) => [kind === 'direct' ? of.at(-1)?.['text'] : `${of.at(-1)?.['links'].outlet.name} reports:`],
  ],
  [/\.(article|outlet|speaker|saidBy|copyOf|announcedBy|quote|withdrawn)$/, toThings],
  [/\.(about|articles|copies|corrections|events|mentions|quotes|speakers|spokenOf|topics)$/, toThings],
  [/\.events\.id$/, toThings],
  [/^corrections\.url$/, (url) => [`id: ${url.split('#')[1]}`]],
  [/\.language$/, (value) => [`lang: ${value}`]],
  [/\.reported$/, (value, of, site) => toDates(of.at(-1)?.['said'] ?? value, of, site)],
  [/^speakers\.kind$/, (kind) => [speakerKindWords({ kind })]],
  [/^events\.kind$/, (kind) => [kindOf({ kind })]],
  [/^corrections\.kind$/, (kind) => [correctionWords({ kind })]],
  [/^outlets\.kind$/, (value, of) => [`${of[0]?.['name']}, ${value}`]],
  [/^(quotes|events)\..*kind$/, (kind) => [kindWords(kind)]],
  [/^events\.announcedAs$/, (as) => [capital(as)]],
  [/\.events\.as$/, (as) => [tieWords(as)]],
  [/^quotes\.wordings\.rights$/, (rights) => [ourCopyWords({ rights })]],
  [/^articles\.rights$/, (rights) => [rightsWords({ rights })]],
  [/\.own$/, ([from, to], of) => [`mark: ${plain(of.at(-1)?.['sentence'].slice(from, to))}`]],
  [/\.differs$/, ([from, to], of) => [`ins: ${plain(of.at(-1)?.['text'].slice(from, to))}`]],
  // In its sentence a wording keeps the marks that the article has.
  [
    /\.quoted$/,
    (quoted, of) => {
      const [piece, { own = [], sentence = '', text = '' } = {}] = [of.at(-1), of.at(-2)]
      const isMarked = quoted && /["“„«‘']$/.test(sentence.slice(0, sentence.indexOf(piece?.['text'])))
      const marked = isMarked
        ? own.map(([from, to]: [number, number]) => `mark: ${plain(sentence.slice(from, to))}`)
        : []
      return [...[piece?.['text'], text].map((words) => `${quoted ? 'q: ' : ''}${plain(words)}`), ...marked]
    },
  ],
  [/^events\.outcomeReport$/, (at, of, site) => [site.toPath(of[0]?.['reports'][at]?.url ?? '/none')]],
]

function isSaidIn(site: BuiltSite, said: Said, path: string, value: Any, type: string, of: Thing[]): boolean {
  const [, toWordings] = wordings.find(([end]) => end.test(path)) ?? []
  const isDate = type === 'pipe' || (type === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
  const alternatives = (toWordings ?? (isDate ? toDates : () => [value]))(value, of, site)
  return alternatives.some((one) => {
    if (typeof one !== 'string') throw new Error(`How is ${path} said, ${JSON.stringify(value)}?`)
    if (/^(?:https?:\/)?\/\S*$/.test(one)) return said.links.has(site.toPath(one))
    return /^(?:ins|mark|q|lang|id): /.test(one) ? said.marked.has(one) : hasWords(said.text, plain(one))
  })
}

/** Whether the words are there, not only as a part of others. */
export function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at !== -1 && words !== ''; at = text.indexOf(words, at + 1))
    if (
      !/[\p{L}\p{N}]{2}/u.test((text[at - 1] ?? ' ') + words[0]) &&
      !/[\p{L}\p{N}]{2}/u.test(words.at(-1) + (text[at + words.length] ?? ' '))
    )
      return true
  return false
}

const inline = new Set(['a', 'b', 'em', 'i', 'ins', 'mark', 'q', 'span', 'strong', 'time'])

/** Words for comparison: one space where there is any and none before a comma, and no quotation marks. */
export function plain(text: string): string {
  const words = text.replace(/[“”„‟«»「」"]/g, '').replace(/\s+/g, ' ')
  return words.replace(/ (?=[,.;:!?’])/g, '').trim()
}

/** Children beside each other that are alike. */
function runsOf(parent: Element, is: (element: Element) => boolean): Element[][] {
  const runs: Element[][] = [[]]
  for (const child of parent.children) {
    if (child.type === 'element' && is(child)) runs.at(-1)?.push(child)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 1)
}

/** The text of a part, as it stands in the source. */
export function textOf(node: Nodes | undefined): string {
  if (!node || !('children' in node)) return node?.type === 'text' ? node.value : ''
  return node.children.map(textOf).join('')
}

function mainOf(page: Nodes): Nodes {
  return findAll(page, ({ tagName }) => tagName === 'main')[0] ?? page
}

export function findAll(node: Nodes, is: Part['is'], ancestors: Element[] = []): Element[] {
  if (!('children' in node)) return []
  if (node.type === 'element' && is(node, ancestors)) return [node]
  const above = node.type === 'element' ? [...ancestors, node] : ancestors
  return node.children.flatMap((child) => findAll(child as Nodes, is, above))
}

export function classOf(element: Element | undefined): string[] {
  return (element?.properties['className'] as string[] | undefined) ?? []
}
