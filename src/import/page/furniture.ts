/** What a page puts around an article, told by its elements and their names; never a box that holds a fair share of its prose. */
import { type Box, isHidden, isInside, type Shown } from './dom.ts'
import { endMark } from './plain-text.ts'

/** Why a box is no part of the article, in words for an editor. */
export type Reasons = ReadonlyMap<Box, string>

const roles = new Set(
  'navigation complementary contentinfo banner dialog alertdialog search menu menubar toolbar alert'.split(' '),
)
const tags = new Map([
  ...'nav aside footer dialog menu button label legend'.split(' ').map((tag) => [tag, 'page furniture'] as const),
  ...'figure figcaption caption picture'.split(' ').map((tag) => [tag, 'picture'] as const),
])

const words = (text: string): RegExp =>
  new RegExp(`(?:^|[-_\\s])(?:${text.trim().split(/\s+/).join('|')})(?:$|[-_\\s])`, 'i')

/** Names of what readers add and of other stories: however much of the page’s prose is theirs. */
const others =
  words(`comments? disqus replies reactions? related(?:posts)? recommend(?:ed|ations?)? recirc(?:ulation)? outbrain
  taboola more-?stories more-?from most-?read most-?popular trending up-?next read-?next story-?list newsletters? cookies? consent gdpr`)
/** Names of what else stands around an article. */
const around =
  words(`promos? sign-?up share sharing social cmp banner paywall subscribe subscription piano sidebar side-?rail rail
  footer nav navigation navbar menu breadcrumbs? adverts? advertisement ads? adslot ad-?unit dfp sponsored sponsor teasers?
  more-?on read-?more readnext popular tags? taglist topics byline author author-?bio bio meta metadata captions? credit modal popup
  overlay lightbox toolbar tools masthead site-?header page-?header skip login signin widget ticker live-?blog-?nav gallery carousel
  video-?player player poll quiz survey feedback correction-?link copyright legal disclaimer print-?hide no-?print hidden
  visually-?hidden sr-?only screen-?reader(?:-?text)? pull-?quotes? pq jump toc rating donate donation membership upsell cta notice
  notification toast footnotes? endnotes? reflist print-?footer post-?embed abonnements? inline-?related see-?also also-?read alsoread headlines latest infobox-?nav pagination pager`)
/** What an article may be that is not the page's own: a blog names its articles by their subjects, `post tag-related`. */
const otherStory = words(
  'comments? related recommend(?:ed|ations?)? recirc(?:ulation)? promos? sponsored teasers? more-?stories most-?read trending read-?next',
)
/** Names that an article's own text goes by; they outweigh the above. */
export const bodyName =
  words(`article-?(?:body|text|content) story-?(?:body|text|content) entry-?content post-?(?:body|content)
  body-?(?:text|copy|content) articlebody main-?content content-?body rich-?text`)
/** Words about a name, not names: `has-sidebar`, `comments-enabled`, `label-hidden`. */
const about =
  /^(?:has|with|without|no|not|is|can|hide|show|single|post|layout|col|template|page|site|theme)[-_]|[-_](?:enabled|disabled|open|closed|layout|active|above|below|top|hidden)$|with(?:out)?-|^overflow-/i
/** Shown on some screens: `hidden md:block`. */
const shownSomewhere = /(?:^|\s)\w+:(?:block|flex|grid|inline|inline-block|contents)(?:\s|$)/

/** From this share of a page’s prose on, a box is no furniture by its name. */
const fairShare = 0.2

/** Judges the boxes of a page; `headline` is where its own story begins. */
export function findFurniture({ body, boxes, blocks }: Shown, headline: number | null): Reasons {
  const reasons = new Map<Box, string>()
  const total = Math.max(1, body.prose)
  // Paragraphs of one class are judged together: `<p class="paywall">` may be the whole text.
  const groups = new Map<string, number>()
  const groupOf = (box: Box) => `${box.tag} ${box.names}`
  for (const box of boxes) if (box.size === 1) groups.set(groupOf(box), (groups.get(groupOf(box)) ?? 0) + box.prose)
  const firstProse = blocks.find((block) => block.isProse && block.start >= (headline ?? 0))?.start ?? 0
  for (const box of boxes) {
    if (box === body || box.tag === 'main') continue
    const share = (box.size === 1 ? (groups.get(groupOf(box)) ?? 0) : box.prose) / total
    const reason = judge(box, share, headline, firstProse)
    if (reason) reasons.set(box, reason)
  }
  // A box that begins with `Related stories` is what it says, unless much of the prose is in it.
  for (const block of blocks) {
    const because = endMark(block.text)
    if (!because || block.start < firstProse) continue
    let box: Box | null = block.box
    while (box?.size === 1) box = box.parent
    if (box && box.prose < total * 0.3 && blocks.find((one) => isInside(one.box, box)) === block)
      reasons.set(box, because)
  }
  return reasons
}

function judge(box: Box, share: number, headline: number | null, firstProse: number): string | null {
  const { tag, names, properties } = box
  const isMost = share >= 0.5
  const holdsHeadline = headline !== null && box.start <= headline && headline < box.end
  if (String(properties['itemProp'] ?? '').includes('articleBody')) return null
  if ((isHidden(properties) || properties['ariaHidden'] === 'true') && !isMost) return 'hidden'
  const byTag = tag.startsWith('amp-') ? 'page furniture' : tags.get(tag)
  if (byTag && !isMost) return byTag
  if (tag === 'header' && share === 0) return 'page head'
  if (roles.has(String(properties['role'] ?? '')) && !isMost) return 'page furniture'
  if (bodyName.test(names)) return null
  const own = names
    .split(/\s+/)
    // `paywall` by itself is the text that readers pay for, as schema.org has it.
    .filter((name) => !about.test(name) && name !== 'paywall' && !(name === 'hidden' && shownSomewhere.test(names)))
    .join(' ')
  const other = others.exec(own)
  // Comments may be longer than the article: they come after it has begun.
  if (other && tag !== 'article' && !holdsHeadline && share < 0.95 && (share < fairShare || box.start > firstProse))
    return nameOf(other)
  if (share >= fairShare || holdsHeadline) return null
  // What leads in: the first prose below the headline, alone in its box.
  if (headline !== null && box.start > headline && box.size <= 3 && box.start <= firstProse && firstProse < box.end)
    return null
  const match = (tag === 'article' || /\bhentry\b/.test(names) ? otherStory : around).exec(own)
  return match ? nameOf(match) : null
}

function nameOf(match: RegExpExecArray): string {
  return match[0].replace(/^[-_\s]+|[-_\s]+$/g, '')
}
