/** A saved web page as an article: its paragraphs, all of them, and nothing of what stands around them. */
import { fromHtml } from 'hast-util-from-html'
import { sum } from '../../lists.ts'
import { type Capture, CaptureError, type Line, toCuts } from './capture.ts'
import { type Block, type Box, isIn, isInside, outwards, readShown, type Shown, weightOf } from './dom.ts'
import { type PageFacts, readFacts, toDay } from './facts.ts'
import { bodyName, findFurniture, type Reasons } from './furniture.ts'
import { bare, cleanLines, type Given, readDay } from './plain-text.ts'
import { isProse, plain } from './prose.ts'

/** What is known of a page before its article is looked for. */
interface Page extends Shown {
  facts: PageFacts
  heading: Block | null
  reasons: Reasons
  /** Boxes that are no furniture and stand in none. */
  kept: ReadonlySet<Box>
  /** The entries of a live report, which are articles within one; none where there is no such report. */
  entries: ReadonlySet<Box>
  /** Where the page's own story ends. */
  end: number
}

/** Reads a saved page. Throws `CaptureError` when it holds no article. */
export function readWebPage(html: string, given: Given = {}): Capture {
  const tree = fromHtml(html)
  const facts = readFacts(tree)
  const shown = readShown(tree, facts.language ?? 'en')
  const heading = findHeading(shown, facts)
  const reasons = findFurniture(shown, heading?.start ?? null)
  const kept = new Set<Box>()
  for (const box of shown.boxes) if (!reasons.has(box) && (box.parent === null || kept.has(box.parent))) kept.add(box)
  const entries = liveEntries(shown, facts)
  const page: Page = { ...shown, facts, heading, reasons, kept, entries, end: endOfStory(shown, heading, facts) }
  const main = findArticle(page)
  const { lines, added } = chooseLines(main ? toLines(page, main) : [], facts)
  if (!lines.some((line) => isProse(line.text))) {
    throw new CaptureError(
      'The page holds no article: no paragraph of it reads as prose. Save the page again once it has loaded, or paste its text.',
    )
  }
  const title = heading?.text ?? facts.titles[0] ?? null
  // The headline is known, so the first line is not taken for one.
  const text = lines.filter((line) => !heading || bare(line.text) !== heading.text)
  let opening = text.findIndex((line) => isProse(bare(line.text)))
  if (entries.size > 0) while (text[opening - 1]?.text.startsWith('#')) opening--
  const titled = title ? [{ text: `# ${title}`, line: heading?.line ?? 1 }] : []
  const read = [...titled, ...text.slice(Math.max(opening, 0))]
  const capture = cleanLines(read, given)
  const { blocks, cut } = capture
  const published = findDay(shown, main, facts) ?? capture.published
  const own = cut.flatMap(({ because, lines: inside }) => inside.map((line) => ({ ...line, because })))
  const all = [...outside(page, read, blocks), ...own, ...blocks].sort((a, b) => a.line - b.line)
  const { url, outletName, language } = facts
  return {
    ...{ ...capture, title, titleLine: heading?.line ?? null, published, url, outletName, language },
    cut: toCuts(all),
    warnings: [
      ...capture.warnings.filter((warning) => !published || !warning.startsWith('The only date')),
      ...(added > 0
        ? [`Quotation marks were added to ${added} paragraphs that the page sets off as a quotation.`]
        : []),
      ...tellCut(all),
    ],
  }
}

/** The heading that is the article's: the one that the page's data names, else the last before the text. */
function findHeading({ blocks, body }: Shown, { titles }: PageFacts): Block | null {
  const known = titles.map(plain).filter((title) => title !== '')
  const isKnown = ({ text }: Block) => {
    const own = plain(text)
    return (
      own.split(' ').length >= 2 &&
      known.some(
        (title) => ` ${title} `.startsWith(` ${own} `) || ` ${title}`.endsWith(` ${own}`) || own.startsWith(title),
      )
    )
  }
  const headings = blocks.filter(({ rank, text }) => rank !== null && /\s|[^\0-\u2fff]{4}/u.test(text))
  // `Coast Notes: The last goat` has the site's name in it, and the article's, which says more.
  const [named] = headings.filter(isKnown).sort((a, b) => b.text.length - a.text.length)
  if (named) return named
  const first = headings.filter(({ rank }) => rank === 1)
  const proseBefore = (heading: Block) =>
    sum(blocks.slice(0, blocks.indexOf(heading)).map((block) => (block.isProse ? block.text.length : 0)))
  return first.findLast((heading) => proseBefore(heading) <= body.prose / 10) ?? first[0] ?? null
}

const liveName = /(?:^|[-_\s])live-?(?:blog-?)?(?:post|entry|update|item|event)(?:$|[-_\s])/i

function liveEntries({ boxes }: Shown, { isLive }: PageFacts): ReadonlySet<Box> {
  const named = boxes.filter(({ names }) => liveName.test(names))
  if (named.length > 1) return new Set(named)
  return new Set(isLive ? boxes.filter(({ tag }) => tag === 'article') : [])
}

/** Where the page's own story ends: at the next headline, as on a page that scrolls on. */
function endOfStory({ blocks }: Shown, heading: Block | null, { titles }: PageFacts): number {
  const all = Number.POSITIVE_INFINITY
  if (heading?.rank !== 1 || !titles.some((title) => plain(title).startsWith(plain(heading.text)))) return all
  const after = blocks.filter(({ start }) => start > heading.start)
  const isNext = ({ rank, text }: Block) => rank === 1 && text.includes(' ') && plain(text) !== plain(heading.text)
  const next = after.find(isNext)?.start ?? all
  return after.some(({ isProse, start }) => isProse && start < next) ? next : all
}

/** The box that holds the article: down from the body, into the one that holds nearly all of the prose. */
function findArticle(page: Page): Box | null {
  const { blocks, boxes, body, kept, end, entries, facts, heading } = page
  const prose = new Map<Box, number>()
  const data = plain(facts.body.join(' '))
  for (const block of blocks) {
    if (!block.isProse || block.start >= end || !kept.has(block.box)) continue
    // The page's own data tells an article best.
    const known = data !== '' && data.includes(plain(block.text).slice(0, 80))
    const weight = weightOf(block) * (known ? 3 : 1)
    for (const at of outwards(block.box)) prose.set(at, (prose.get(at) ?? 0) + weight)
  }
  const of = (box: Box) => prose.get(box) ?? 0
  const all = of(body)
  if (all === 0) return null
  // A live report has its headline, a summary and entries beside each other.
  if (entries.size > 0) {
    const inside = [...entries, ...(heading ? [heading.box] : [])]
    return boxes.findLast((box) => inside.every((one) => isInside(one, box))) ?? body
  }
  const best = (list: readonly Box[]) => list.toSorted((a, b) => of(b) - of(a))[0]
  const articles = boxes.filter((box) => box.tag === 'article' && !entries.has(box))
  const first = best(articles.filter((box) => !articles.some((outer) => outer !== box && isInside(outer, box))))
  const second = best(articles.filter((box) => first && !isInside(box, first) && !isInside(first, box)))
  let at = body
  if (first && of(first) >= 1.5 * (second ? of(second) : 0) && of(first) >= all * 0.3) at = first
  const isBody = ({ names, properties: { itemProp } }: Box) =>
    String(itemProp ?? '').includes('articleBody') || bodyName.test(names)
  const marked = best(boxes.filter(isBody))
  if (marked && of(marked) >= of(at) * 0.6 && isInside(marked, at)) at = marked
  for (;;) {
    const outer = at
    const inner = best(boxes.filter((box) => box.parent === outer && of(box) > 0))
    if (!inner || of(inner) < of(at) * 0.75 || entries.has(inner) || inner.size < 2) return at
    // Paragraphs beside it belong to the article too, and in an article whatever stands beside it.
    const isBeside = ({ box, isProse: reads }: Block) => box.parent === outer && box !== inner && reads && kept.has(box)
    if (of(at) > of(inner) && (isIn(at, 'article') || blocks.some(isBeside))) return at
    at = inner
  }
}

/** The lines of an article, in order. */
function toLines({ blocks, boxes, times, kept, end, entries, heading }: Page, main: Box): Line[] {
  // An article within the article is another story's teaser, unless it is an entry.
  const isTeaser = (box: Box) => box !== main && isInside(box, main) && !entries.has(box) && box.prose < main.prose / 2
  const others = new Set([
    ...boxes.filter((box) => box.tag === 'article' && isTeaser(box)),
    // Boxes that hold links and no prose, with their label.
    ...boxes.filter(({ prose, size, letters, links }) => prose === 0 && size > 1 && links > letters / 2),
    ...teaserBoxes(boxes, main),
  ])
  const lines: Line[] = []
  for (const block of blocks) {
    const { text, links, box } = block
    if (block.start >= end || !(kept.has(box) || box === main)) continue
    // What leads in stands between the headline and the text.
    const leads = heading && heading.start < block.start && block.start < main.start && links === 0 && block.isProse
    if (!isInside(box, main) && !leads) continue
    const inner = [...outwards(box)].filter((one) => one !== main && isInside(one, main))
    if (inner.some((one) => others.has(one))) continue
    const entry = inner.findLast((one) => entries.has(one))
    // `See too: …`, with a link for all that follows.
    const label = /^[^:：]{2,30}[:：]\s*/.exec(text)?.[0].length ?? 0
    if (label > 0 && links > 0 && text.length < 200 && links >= (text.length - label) * 0.9) continue
    // A teaser: nothing but one link, though it reads as a sentence.
    if (links > text.length * 0.7 && (text.length < 200 || box.tag !== 'p') && (!block.isProse || box.tag !== 'p'))
      continue
    const day = entry && times.find((time) => isInside(time.box, entry))
    lines.push({
      text: block.rank === null ? text : `## ${text}`,
      line: block.line,
      quoted: block.quoted,
      ...(day ? { day: toDay(day.stated) ?? undefined } : {}),
    })
  }
  return lines
}

/** Boxes beside the longest part that are full of links: headlines of other stories with a sentence of each. */
function teaserBoxes(boxes: readonly Box[], main: Box): Box[] {
  const inner = boxes.filter(({ parent, size }) => parent === main && size > 0)
  const [longest] = inner.toSorted((a, b) => b.prose - a.prose)
  if (!longest) return []
  const isTeaser = ({ size, prose, links, letters }: Box) =>
    size > 1 && prose < longest.prose / 2 && links > letters * 0.3
  const beside = inner.filter(isTeaser)
  return longest.size > 1 && longest.prose > main.prose / 2 ? [...beside, ...teaserBoxes(boxes, longest)] : beside
}

/** What the page shows, or what it gives as data when it shows less; with marks where it sets words off as a quotation. */
function chooseLines(shown: readonly Line[], { body, bodyLine }: PageFacts): { lines: Line[]; added: number } {
  const whole = plain(shown.map(({ text }) => text).join(' '))
  const prose = body.filter(isProse)
  const missing = prose.filter((paragraph) => !whole.includes(plain(paragraph).slice(0, 60)))
  const isShown = shown.some((line) => isProse(line.text))
  if (!isShown || (missing.length > prose.length / 2 && prose.join('').length > 2 * whole.length))
    return { lines: body.map((text) => ({ text, line: bodyLine })), added: 0 }
  const lines = withoutPullQuotes(shown)
  let added = 0
  const marked = lines.map((line, index) => {
    const before = lines[index - 1]
    const said =
      before &&
      (/[:：]$/.test(before.text) || (before.quoted === true && added > 0 && before.text !== marks(before.text)))
    if (!line.quoted || line.text.startsWith('#') || !said || marks(line.text) === line.text) return line
    added++
    return { ...line, text: marks(line.text) }
  })
  return { lines: marked, added }
}

/** Words in quotation marks, if they stand in none. */
function marks(text: string): string {
  return /["“”„«»「‘]/.test(text.slice(0, 2)) ? text : `“${text}”`
}

/** Lines without those that only repeat words of a longer one, and the name below them. */
function withoutPullQuotes(lines: readonly Line[]): Line[] {
  const all = lines.map(({ text }) => ` ${plain(text)} `)
  const whole = all.join('\n')
  const repeated = all.map((words, index) => {
    const isLong = all.length > 1000 || words.length > 300 || words.trim().split(' ').length < 4
    if (isLong || (lines[index] as Line).text.startsWith('#')) return false
    // Once as itself, and once in another line.
    const isTwice = whole.split(words.trim()).length > 2
    return isTwice && all.some((other) => other.length > words.length && other.includes(words))
  })
  return lines.filter(({ text }, index) => {
    const isName = repeated[index - 1] && text.split(' ').length <= 6 && !isProse(text) && !text.startsWith('#')
    return !repeated[index] && !isName
  })
}

/** The day of publication: as the page shows it, when its data has a stamp of another zone; never another story's. */
function findDay({ times }: Shown, main: Box | null, { stated }: PageFacts): Capture['published'] {
  const isOther = (box: Box) =>
    /^(?:aside|nav|footer|li)$/.test(box.tag) ||
    (box.tag === 'article' && main !== null && !isInside(main, box) && !isInside(box, main))
  const end = main ? main.start + 4000 : 0
  const time = times.find(({ start, box }) => start < end && ![...outwards(box)].some(isOther))
  const day = time && (readDay(time.shown) ?? toDay(time.stated))
  const shown = day ? { day, because: time.shown || time.stated } : null
  const own = stated ? toDay(stated) : null
  if (!stated || !own) return shown
  const isNear = shown && Math.abs(Date.parse(shown.day) - Date.parse(own)) <= 86_400_000
  return isNear && /Z$|^\d+$/.test(stated) ? shown : { day: own, because: stated }
}

/** What of a page is not among the lines of its article, with the reason why. */
function outside({ blocks, reasons }: Page, lines: readonly Line[], kept: Capture['blocks']): Line[] {
  const known = new Set(lines.map(({ text }) => bare(text)))
  const whole = kept.map(({ text }) => text).join('\n')
  return blocks.flatMap(({ text, line, endLine: to, box, links }) => {
    const judged = [...outwards(box)].find((outer) => reasons.has(outer))
    const because = (judged && reasons.get(judged)) ?? 'outside the article'
    return known.has(text) || whole.includes(text) ? [] : { text, line, to, because, links }
  })
}

/** Says that more than a tenth of a page's prose is cut, and why. */
function tellCut(lines: readonly Line[]): string[] {
  const sizes = new Map<string, number>()
  for (const { text, links = 0, because } of lines) {
    if (!isProse(text) || links > text.length / 2) continue
    sizes.set(because ?? '', (sizes.get(because ?? '') ?? 0) + text.length)
  }
  const kept = sizes.get('') ?? 0
  sizes.delete('')
  const share = 1 - kept / (kept + sum([...sizes.values()]))
  const most = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 3)
  const why = most.map(([because]) => because).join(', ')
  const told = `${Math.round(100 * share)} % of the prose on the page is cut (${why})`
  return share > 0.1 ? [`${told}: see whether some of it belongs to the article.`] : []
}
