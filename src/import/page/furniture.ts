/** What a page puts around an article, told by its elements and their names; never a box that holds a fair share of its prose. */
import { type Box, isHidden, isInside, namesIn, type Shown, toForm } from './dom.ts'
import { endMark } from './plain-text.ts'

/** Why a box is no part of the article, in words for an editor. */
export type Reasons = ReadonlyMap<Box, string>

const roles = namesIn('roles')
const tags = new Map(['page furniture', 'picture'].flatMap((why) => [...namesIn(why)].map((tag) => [tag, why])))
const [others, around, otherStory] = [toForm('others'), toForm('around'), toForm('other story')]
/** Names that an article's own text goes by. */
export const bodyName = toForm('body')
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
