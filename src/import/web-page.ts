/** A saved web page as an article: its paragraphs, all of them, and nothing of what stands around them. */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { isDay } from '../schema/index.ts'
import { type Capture, CaptureError, type Cut, firstWords } from './capture.ts'
import { cleanLines, isProse, readDay } from './plain-text.ts'

interface Line {
  text: string
  number: number
}

/** Reads a saved page. Throws `CaptureError` when it holds no article. */
export function readWebPage(html: string, given: { title?: string | null } = {}): Capture {
  const tree = fromHtml(html)
  const body = find(tree, (node) => node.tagName === 'body')
  if (!body) throw new CaptureError('The page has no body. Save it again.')
  const facts = readFacts(tree)
  const isLive = facts.isLive || findAll(body, (node) => liveName.test(namesOf(node))).length > 1
  const main = findArticle(findStory(body, facts.title), isLive)
  const shown = main ? toLines(main, isLive) : []
  // A page that is drawn by a script may hold its text as data alone.
  const lines = shown.some((line) => isProse(line.text)) ? withoutPullQuotes(shown) : facts.body
  if (!lines.some((line) => isProse(line.text))) {
    throw new CaptureError(
      'The page holds no article: no paragraph of it reads as prose. Save the page again once it has loaded, or paste its text.',
    )
  }
  const heading = findHeading(body, main)
  const title = heading?.text ?? facts.title
  // The headline is known, so the first line is not taken for one.
  const text = lines.filter((line) => !heading || line.text !== heading.text)
  const opening = text.findIndex((line) => isProse(line.text.replace(/^#+\s+/, '')))
  const capture = cleanLines(
    [...(title ? [{ text: `# ${title}`, number: heading?.number ?? 1 }] : []), ...text.slice(Math.max(opening, 0))],
    given,
  )
  capture.title = title
  capture.titleLine = heading?.number ?? null
  if (facts.published) capture.published = facts.published
  else if (!capture.published) capture.published = findDate(body, main)
  capture.url = facts.url
  capture.outletName = facts.outletName
  capture.language = facts.language
  capture.cut = mergeCuts([
    ...cutsAround(body, main, new Set(capture.blocks.map((block) => block.text)), title),
    ...capture.cut,
  ])
  if (capture.published) capture.warnings = capture.warnings.filter((warning) => !warning.startsWith('The only date'))
  return capture
}

/** Elements that hold no text of an article. */
const never = new Set(
  'script style noscript template nav aside footer form button select input textarea label iframe object embed svg math canvas video audio picture figure figcaption dialog menu amp-ad amp-embed amp-social-share amp-list amp-carousel amp-sidebar amp-consent amp-iframe amp-video amp-img amp-analytics amp-sticky-ad amp-user-notification head'.split(
    ' ',
  ),
)
const furnitureRole = new Set(
  'navigation complementary contentinfo banner dialog alertdialog search form menu menubar toolbar alert'.split(' '),
)
/** Words of a class or an id that tell what a page puts around an article. */
const furnitureName =
  /(?:^|[-_\s])(?:comments?|disqus|replies|reactions?|related(?:posts)?|recommend(?:ed|ations?)?|recirc(?:ulation)?|promos?|newsletters?|sign-?up|share|sharing|social|cookies?|consent|gdpr|cmp|banner|paywall|subscribe|subscription|piano|sidebar|side-?rail|rail|footer|nav|navigation|navbar|menu|breadcrumbs?|adverts?|advertisement|ads?|adslot|ad-?unit|dfp|sponsored|sponsor|teasers?|outbrain|taboola|more-?on|more-?from|more-?stories|read-?more|read-?next|readnext|most-?read|most-?popular|trending|popular|tags?|taglist|topics|byline|author|author-?bio|bio|meta|metadata|caption|credit|modal|popup|overlay|lightbox|toolbar|tools|masthead|site-?header|page-?header|skip|login|signin|widget|ticker|live-?blog-?nav|gallery|carousel|video-?player|player|poll|quiz|survey|feedback|correction-?link|copyright|legal|disclaimer|print-?hide|no-?print|hidden|visually-?hidden|sr-?only|screen-?reader(?:-?text)?|pull-?quotes?|pq|crosshead-?nav|jump|toc|rating|donate|donation|membership|upsell|cta|notice|notification|toast|inline-?related|see-?also|also-?read|alsoread|story-?list|headlines|latest|up-?next|infobox-?nav|pagination|pager)(?:$|[-_\s])/i
/** What an article may be that is not the page's own. */
const otherStory =
  /(?:^|[-_\s])(?:comments?|related|recommend(?:ed|ations?)?|recirc(?:ulation)?|promos?|sponsored|teasers?|more-?stories|most-?read|most-?popular|trending|up-?next|read-?next)(?:$|[-_\s])/i
/** Names that an article's own text goes by; they outweigh the above. */
const bodyName =
  /(?:^|[-_\s])(?:article-?(?:body|text|content)|story-?(?:body|text|content)|entry-?content|post-?(?:body|content)|body-?(?:text|copy|content)|articlebody|main-?content|content-?body|rich-?text)(?:$|[-_\s])/i

function isFurniture(node: Element): string | null {
  const { tagName, properties } = node
  if (never.has(tagName)) return tagName === 'figure' || tagName === 'figcaption' ? 'picture' : 'page furniture'
  if (tagName === 'header' && !find(node, (inner) => inner.tagName === 'p')) return 'page head'
  if (properties['hidden'] !== undefined && properties['hidden'] !== false) return 'hidden'
  if (properties['ariaHidden'] === 'true') return 'hidden'
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties['style'] ?? ''))) return 'hidden'
  const role = String(properties['role'] ?? '')
  if (furnitureRole.has(role)) return 'page furniture'
  if (tagName === 'body' || tagName === 'html' || tagName === 'main') return null
  const names = namesOf(node)
  if (properties['itemProp'] && String(properties['itemProp']).includes('articleBody')) return null
  if (bodyName.test(names)) return null
  // A blog names its articles by their subjects: `post category-news tag-ice`.
  const match = (tagName === 'article' || /\bhentry\b/.test(names) ? otherStory : furnitureName).exec(names)
  return match ? match[0].replace(/^[-_\s]+|[-_\s]+$/g, '') : null
}

function namesOf({ properties }: Element): string {
  const classes = Array.isArray(properties['className'])
    ? properties['className'].join(' ')
    : String(properties['className'] ?? '')
  return `${classes} ${String(properties['id'] ?? '')} ${String(properties['dataComponent'] ?? '')} ${String(properties['dataTestid'] ?? '')}`.replace(
    /([a-z])([A-Z])/g,
    '$1-$2',
  )
}

/** Names of the entries of a live report, which are articles within one. */
const liveName = /(?:^|[-_\s])live-?(?:blog-?)?(?:post|entry|update|item|event)(?:$|[-_\s])/i

/** Where one story ends and the next begins, as on a page that scrolls on: the part that belongs to the page's own headline. */
function findStory(body: Element, title: string | null): Element {
  const headings = findAll(body, (node) => node.tagName === 'h1' && toText(node).trim().includes(' '))
  const own = headings.find((node) => toText(node).replace(/\s+/g, ' ').trim() === title)
  const others = headings.filter((node) => own && toText(node).trim() !== toText(own).trim())
  if (!own || others.length === 0) return body
  const around = findAll(body, (node) => contains(node, own) && !others.some((other) => contains(node, other)))
  return around.find((node) => proseOf(node) > 0) ?? body
}

/** Lines that only repeat words of a longer one, and the name below them. */
function withoutPullQuotes(lines: readonly Line[]): Line[] {
  const plain = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  const all = lines.map(({ text }) => plain(text))
  const whole = all.join('\n')
  const isRepeated = (index: number): boolean => {
    const words = all[index] as string
    if (
      all.length > 1000 ||
      words.length > 300 ||
      words.trim().split(' ').length < 4 ||
      (lines[index] as Line).text.startsWith('#')
    )
      return false
    // Once as itself, and once in another line.
    return (
      whole.split(words.trim()).length > 2 && all.some((other) => other.length > words.length && other.includes(words))
    )
  }
  const repeated = lines.map((_, index) => isRepeated(index))
  return lines.filter(({ text }, index) => {
    const isName = repeated[index - 1] && text.split(' ').length <= 6 && !isProse(text) && !text.startsWith('#')
    return !repeated[index] && !isName
  })
}

/** The element that holds the article: down from the body, into the child that holds nearly all prose. */
function findArticle(body: Element, isLive: boolean): Element | null {
  const marked = findAll(
    body,
    (node) => String(node.properties['itemProp'] ?? '').includes('articleBody') || bodyName.test(namesOf(node)),
  )
    .map((node) => ({ node, prose: proseOf(node) }))
    .sort((a, b) => b.prose - a.prose)[0]
  const all = proseOf(body)
  if (all === 0) return null
  const articles = findAll(body, (node) => node.tagName === 'article')
    .map((node) => ({ node, prose: ownProse(node) }))
    .sort((a, b) => b.prose - a.prose)
  let start = body
  const [first, second] = articles
  if (!isLive && first && first.prose > 0 && first.prose >= 1.5 * (second?.prose ?? 0) && first.prose >= all * 0.3)
    start = first.node
  if (marked && marked.prose >= proseOf(start) * 0.6 && (start === body || contains(start, marked.node)))
    start = marked.node
  let node = start
  for (;;) {
    const here = proseOf(node)
    const children = node.children.filter(
      (child): child is Element => child.type === 'element' && isFurniture(child) === null,
    )
    const best = children.map((child) => ({ child, prose: proseOf(child) })).sort((a, b) => b.prose - a.prose)[0]
    if (
      isLive &&
      best &&
      find(node, (inner) => inner.tagName === 'h1') &&
      best.child.tagName !== 'main' &&
      !find(best.child, (inner) => inner.tagName === 'h1')
    )
      return node
    if (!best || best.prose < here * 0.75 || blocksIn(best.child) < 1 || isBlock(best.child)) return node
    // In an article, what stands beside the longest part is the article’s too.
    if (isInArticle(body, node) && children.some((child) => child !== best.child && proseOf(child) > 0)) return node
    // Paragraphs beside it, however short, belong to the article too.
    if (children.some((child) => child !== best.child && isBlock(child) && isProse(toText(child)))) return node
    node = best.child
  }
}

function isInArticle(body: Element, node: Element): boolean {
  return (
    node.tagName === 'article' || find(body, (outer) => outer.tagName === 'article' && contains(outer, node)) !== null
  )
}

/** Letters of prose in an element, furniture left out; links count for little. */
function proseOf(node: Element, skipArticles = false): number {
  const kept = skipArticles ? ownCache : cache
  const known = kept.get(node)
  if (known !== undefined) return known
  let sum = 0
  if (isBlock(node)) {
    for (const text of toParagraphs(node)) if (isProse(text)) sum += text.length
    sum -= linkText(node) * 0.8
    sum = Math.max(0, sum)
  } else {
    for (const child of node.children) {
      if (child.type !== 'element' || isFurniture(child) !== null) continue
      if (skipArticles && child.tagName === 'article') continue
      sum += proseOf(child, skipArticles)
    }
  }
  kept.set(node, sum)
  return sum
}

const cache = new WeakMap<Element, number>()
const ownCache = new WeakMap<Element, number>()

function ownProse(node: Element): number {
  return proseOf(node, true)
}

function blocksIn(node: Element): number {
  return findAll(node, isBlock).length + (isBlock(node) ? 1 : 0)
}

const blockTags = new Set('p h1 h2 h3 h4 h5 h6 li dd dt pre blockquote td th'.split(' '))
const inlineTags = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var br wbr img font ins del big tt center nobr amp-img'.split(
    ' ',
  ),
)

/** Whether an element is a paragraph: it holds text and no other blocks. */
function isBlock(node: Element): boolean {
  const inner = node.children.some(
    (child) => child.type === 'element' && !inlineTags.has(child.tagName) && !never.has(child.tagName),
  )
  if (inner) return false
  if (blockTags.has(node.tagName)) return toText(node).trim() !== ''
  if (inlineTags.has(node.tagName)) return false
  return node.children.some(
    (child) =>
      (child.type === 'text' && child.value.trim() !== '') ||
      (child.type === 'element' && inlineTags.has(child.tagName) && toText(child).trim() !== ''),
  )
}

/** The lines of an article's element, in order. */
function toLines(main: Element, isLive: boolean): Line[] {
  const lines: Line[] = []
  const walk = (node: Element): void => {
    if (node !== main && isFurniture(node) !== null) return
    if (!isLive && node !== main && node.tagName === 'article' && ownProse(node) < ownProse(main) * 0.5) return
    if (isBlock(node)) {
      const whole = toText(node).replace(/\s+/g, ' ').trim()
      if (linkText(node) > whole.length * 0.7 && whole.length < 200 && !/[.!?]["”’]?$/.test(whole)) return
      // A teaser: nothing but one link, though it reads as a sentence.
      if (node.tagName !== 'p' && linkText(node) > whole.length * 0.9) return
      const mark = /^h[1-6]$/.test(node.tagName) ? '## ' : ''
      for (const text of toParagraphs(node)) if (text !== '') lines.push({ text: mark + text, number: lineOf(node) })
      return
    }
    // A box of links with its label.
    if (node !== main && proseOf(node) === 0 && linkText(node) > toText(node).trim().length * 0.5) return
    // Text that stands bare between blocks is a paragraph too.
    let bare: ElementContent[] = []
    const flush = () => {
      const holder: Element = {
        type: 'element',
        tagName: 'div',
        properties: {},
        children: bare,
        position: bare[0]?.position,
      }
      if (toText(holder).trim() !== '')
        for (const text of toParagraphs(holder)) lines.push({ text, number: lineOf(holder) })
      bare = []
    }
    for (const child of node.children) {
      if (child.type === 'text' || (child.type === 'element' && inlineTags.has(child.tagName))) bare.push(child)
      else if (child.type === 'element') {
        flush()
        walk(child)
      }
    }
    flush()
  }
  walk(main)
  return lines
}

/** An element's text; line breaks part paragraphs where a page uses them so. */
function toParagraphs(node: Element): string[] {
  const raw = toText(node, '\u2028')
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim()
  if (!raw.includes('\u2028')) return [fold(raw)].filter((text) => text !== '')
  if (/\u2028\s*\u2028/.test(raw))
    return raw
      .split(/(?:\u2028\s*){2,}/)
      .map((text) => fold(text.replace(/\u2028/g, ' ')))
      .filter((text) => text !== '')
  const pieces = raw
    .split('\u2028')
    .map(fold)
    .filter((text) => text !== '')
  const ended = pieces.filter((text) => /[.!?…]["”’»)]*$/.test(text)).length
  return pieces.length > 1 && ended >= pieces.length - 1 ? pieces : [fold(raw.replace(/\u2028/g, ' '))]
}

function toText(node: Nodes, lineBreak = ' '): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element') {
    if (node.tagName === 'br') return lineBreak
    if (never.has(node.tagName)) return ''
    if (node.properties['hidden'] !== undefined && node.properties['hidden'] !== false) return ''
    if (
      inlineTags.has(node.tagName) &&
      /(?:^|[-_\s])(?:sr-only|visually-hidden|screen-reader-text)(?:$|[-_\s])/.test(namesOf(node))
    )
      return ''
  }
  return 'children' in node ? (node.children as Nodes[]).map((child) => toText(child, lineBreak)).join('') : ''
}

function linkText(node: Element): number {
  return findAll(node, (inner) => inner.tagName === 'a').reduce((sum, link) => sum + toText(link).trim().length, 0)
}

function findHeading(body: Element, main: Element | null): Line | null {
  const headings = findAll(body, (node) => node.tagName === 'h1').filter((node) => toText(node).trim() !== '')
  const inside = main ? headings.find((node) => contains(main, node)) : undefined
  // The last one before the text is its headline; one in the page's head is the name of the site.
  const before = main ? headings.filter((node) => lineAndColumn(node) <= lineAndColumn(main)).at(-1) : headings[0]
  const found = inside ?? before ?? headings[0]
  const text = found ? toText(found).replace(/\s+/g, ' ').trim() : ''
  return found && text.split(' ').length >= 2 ? { text, number: lineOf(found) } : null
}

function lineAndColumn(node: Element): number {
  return node.position?.start.offset ?? 0
}

function lineOf(node: Element): number {
  return node.position?.start.line ?? 1
}

interface PageFacts {
  title: string | null
  published: { day: string; because: string } | null
  url: string | null
  outletName: string | null
  language: string | null
  isLive: boolean
  /** The text, when the page gives it as data. */
  body: Line[]
}

/** What the page says of itself: its meta elements, its data for search engines. */
function readFacts(tree: Root): PageFacts {
  const metas = findAll(tree, (node) => node.tagName === 'meta')
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = metas.find(({ properties }) =>
        [properties['property'], properties['name'], properties['itemProp']].some(
          (value) => String(value ?? '').toLowerCase() === name,
        ),
      )
      const content = String(found?.properties['content'] ?? '').trim()
      if (content) return content
    }
    return null
  }
  const data = readLinkedData(tree)
  const own = find(tree, (node) => node.tagName === 'title')
  const site = meta('og:site_name') ?? data.publisher
  const canonical = find(
    tree,
    (node) => node.tagName === 'link' && [node.properties['rel']].flat().includes('canonical'),
  )
  const language = String(find(tree, (node) => node.tagName === 'html')?.properties['lang'] ?? '')
  const stated =
    meta(
      'article:published_time',
      'datepublished',
      'date',
      'pubdate',
      'publishdate',
      'dc.date',
      'dc.date.issued',
      'parsely-pub-date',
      'sailthru.date',
    ) ?? data.published
  const day = stated ? toDay(stated) : null
  return {
    title: meta('og:title') ?? data.headline ?? (own ? withoutSite(toText(own).trim(), site) : null),
    published: day && stated ? { day, because: stated } : null,
    url: webAddress(String(canonical?.properties['href'] ?? '')) ?? webAddress(meta('og:url') ?? ''),
    outletName: site,
    isLive: data.isLive,
    body: data.body,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language) ? language : null,
  }
}

function toDay(text: string): string | null {
  const day = text.slice(0, 10)
  return isDay(day) ? day : readDay(text)
}

function webAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]+\.[^\s]+$/.test(text) ? text : null
}

function withoutSite(title: string, site: string | null): string {
  if (site && title.endsWith(site)) return title.slice(0, -site.length).replace(/\s*[|–—:·-]\s*$/, '')
  return title.replace(/\s+[|–—]\s+[^|–—]{2,40}$/, '')
}

interface LinkedData {
  headline: string | null
  published: string | null
  publisher: string | null
  isLive: boolean
  body: Line[]
}

function readLinkedData(tree: Root): LinkedData {
  for (const script of findAll(
    tree,
    (node) => node.tagName === 'script' && String(node.properties['type'] ?? '') === 'application/ld+json',
  )) {
    const source = script.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    let value: unknown
    try {
      value = JSON.parse(source)
    } catch {
      continue
    }
    const graph = Array.isArray(value) ? value : ((value as { '@graph'?: unknown[] } | null)?.['@graph'] ?? [value])
    for (const item of graph as Record<string, unknown>[]) {
      if (!item || typeof item !== 'object' || !/Article|Posting|Report/.test(String(item['@type'] ?? ''))) continue
      const text = (field: unknown) => (typeof field === 'string' && field.trim() !== '' ? field.trim() : null)
      const publisher = item['publisher'] as { name?: unknown } | undefined
      return {
        headline: text(item['headline']),
        published: text(item['datePublished']),
        publisher: text(publisher?.name),
        isLive: /LiveBlog/.test(String(item['@type'])),
        body: (text(item['articleBody']) ?? '')
          .split(/\s*\n\s*/)
          .filter((paragraph) => paragraph !== '')
          .map((paragraph) => ({ text: paragraph, number: lineOf(script) })),
      }
    }
  }
  return { headline: null, published: null, publisher: null, isLive: false, body: [] }
}

/** The date of the page's own dateline: a `time` before or in the article, never one of another story. */
function findDate(body: Element, main: Element | null): { day: string; because: string } | null {
  const times = findAll(body, (node) => node.tagName === 'time')
  const end = main ? lineAndColumn(main) + 4000 : 0
  const time = times.find((node) => lineAndColumn(node) < end && !isInTeaser(body, node, main))
  if (!time) return null
  const stated = String(time.properties['dateTime'] ?? toText(time))
  const day = toDay(stated)
  return day ? { day, because: toText(time).trim() || stated } : null
}

function isInTeaser(body: Element, node: Element, main: Element | null): boolean {
  return findAll(
    body,
    (outer) =>
      (outer.tagName === 'article' ||
        outer.tagName === 'aside' ||
        outer.tagName === 'nav' ||
        outer.tagName === 'footer' ||
        outer.tagName === 'li') &&
      contains(outer, node),
  ).some((outer) => outer.tagName !== 'article' || (main !== null && !contains(outer, main) && outer !== main))
}

/** What of the page is not in the article. */
function cutsAround(body: Element, main: Element | null, kept: ReadonlySet<string>, title: string | null): Cut[] {
  const cuts: Cut[] = []
  const walk = (node: Element, because: string): void => {
    const reason = node === main ? '' : (isFurniture(node) ?? because)
    if (
      never.has(node.tagName) &&
      !/^(?:nav|aside|footer|form|figure|figcaption|dialog|button|label|menu)$/.test(node.tagName)
    )
      return
    if (isBlock(node) || (inlineTags.has(node.tagName) && toText(node).trim() !== '')) {
      const text = toAllText(node).replace(/\s+/g, ' ').trim()
      if (
        text !== '' &&
        text !== title &&
        !kept.has(text) &&
        !toParagraphs(node).some((paragraph) => kept.has(paragraph))
      ) {
        cuts.push({
          from: lineOf(node),
          to: node.position?.end.line ?? lineOf(node),
          words: firstWords(text),
          because: reason || 'outside the article',
        })
      }
      return
    }
    for (const child of node.children) if (child.type === 'element') walk(child, reason)
  }
  walk(body, '')
  return cuts
}

function toAllText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && /^(?:script|style|template)$/.test(node.tagName)) return ''
  return 'children' in node ? (node.children as Nodes[]).map(toAllText).join(' ') : ''
}

function mergeCuts(cuts: readonly Cut[]): Cut[] {
  const merged: Cut[] = []
  for (const cut of [...cuts].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && last.because === cut.because && cut.from <= last.to + 2) last.to = Math.max(last.to, cut.to)
    else merged.push({ ...cut })
  }
  return merged
}

function find(node: Root | Element, test: (node: Element) => boolean): Element | null {
  for (const child of node.children as RootContent[]) {
    if (child.type !== 'element') continue
    if (test(child)) return child
    const inner = find(child, test)
    if (inner) return inner
  }
  return null
}

function findAll(node: Root | Element, test: (node: Element) => boolean): Element[] {
  const found: Element[] = []
  for (const child of node.children as RootContent[]) {
    if (child.type !== 'element') continue
    if (test(child)) found.push(child)
    found.push(...findAll(child, test))
  }
  return found
}

function contains(outer: Element, inner: Element): boolean {
  return find(outer, (node) => node === inner) !== null
}
