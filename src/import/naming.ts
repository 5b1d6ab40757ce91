/** Quoted words that nobody says: the name of a thing, a title, what a sign reads. */
import { isGroupNoun, isRoleNoun } from './lexicon.ts'
import type { Token } from './narration.ts'
import type { ResolvedFrame } from './resolve.ts'

/** Nouns whose name may stand in quotation marks. */
const namingNoun =
  /^(?:film|films|movie|song|songs|single|album|book|novel|play|show|series|podcast|documentary|drama|comedy|poem|painting|exhibition|essay|article|report|pamphlet|memoir|opera|musical|ballet|sitcom|game|track|hymn|anthem|hit|bestseller|thriller|sculpture|mural|programme|program|operation|project|codename|nickname|term|word|words|phrase|label|titled|entitled|named|nicknamed|codenamed|so-called|dubbed|billed|known|styled|hashtag|acronym|category|tag|initiative|campaign|scheme|ship|vessel|trawler|yacht|boat|restaurant|pub|brand|ballad|story|chapter|column|letter|paper|lecture|course|banner|banners|sign|signs|placard|placards|slogan|slogans|sticker|stickers|t-shirt|poster|posters|reading|marked|labelled|labeled|inscribed)$/

/** Why nobody says the words; null when somebody may. */
export function isNaming(
  tokens: readonly Token[],
  at: number,
  words: string,
  frames: readonly ResolvedFrame[],
): string | null {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const list = words.split(/\s+/)
  const quoted = /^(?:["'‘“])/.test(words)
  const terminal = /[.?!…]["'’”]?$/.test(words)
  if (quoted) return null
  if (
    before &&
    /^(?:so-called|entitled|titled|nicknamed|codenamed|billed|named|christened|subtitled)$/.test(before.low)
  )
    return `${before.text}: the name of a thing`
  if (before && /^(?:dubbed|called)$/.test(before.low)) {
    // `a scheme called “…”`, `what Ann called “…”`
    const frame = frames.find((other) => other.verb === at - 1)
    const subject = tokens[at - 2]
    const active =
      frame &&
      !frame.passive &&
      subject &&
      (/^\p{Lu}/u.test(subject.text) ||
        /^(?:he|she|they|it|who|them|has|have|also|later)$/.test(subject.low) ||
        isRoleNoun(subject.low) ||
        isGroupNoun(subject.low))
    if (!active) return `${subject ? `${subject.text} ` : ''}${before.text}: the name of a thing`
    if (
      frame &&
      frame.subject?.is === 'description' &&
      frame.subject.text.split(/\s+/).length === 2 &&
      !isRoleNoun(subject.low)
    )
      return `${subject.text} ${before.text}: the name of a thing`
  }
  if (before?.low === 'as' && /^(?:known|billed|styled|marketed|advertised|sold)$/.test(tokens[at - 2]?.low ?? '')) {
    return `${tokens[at - 2]?.text} as: the name of a thing`
  }
  if (before?.low === 'as' && tokens.slice(Math.max(0, at - 6), at).some((token) => token.low === 'known'))
    return 'known as: the name of a thing'
  if (
    before &&
    /^(?:reading|read|saying|said|says|declaring|proclaiming)$/.test(before.low) &&
    /^(?:banner|banners|sign|signs|placard|placards|t-shirts?|stickers?|posters?|notice|notices|slogan|slogans|it|that|which)$/.test(
      tokens[at - 2]?.low ?? '',
    ) &&
    (/^read/.test(before.low) || !/^(?:it|that|which)$/.test(tokens[at - 2]?.low ?? ''))
  )
    return `${tokens[at - 2]?.text} ${before.text}: written, not said`
  const frameBefore = frames.some(
    (frame) => frame.verb === at - 1 || (frame.verb === at - 2 && /^[:,]$/.test(before?.text ?? '')),
  )
  if (terminal && list.length > 2) return null
  const direct =
    frameBefore && frames.some((frame) => (frame.verb === at - 1 || frame.verb === at - 2) && frame.class === 'saying')
  if (!direct && isTitle(list)) return 'written as a title'
  const nounBefore = before?.text === ',' ? tokens[at - 2] : before
  if (
    !terminal &&
    nounBefore &&
    namingNoun.test(nounBefore.low) &&
    !frames.some((frame) => frame.verb === at - 1 && frame.person) &&
    !(
      /^\p{Ll}/u.test(words) &&
      frames.some((frame) => frame.class === 'judging' && frame.verb < at && at - frame.verb < 6)
    )
  ) {
    if (
      !/^(?:word|words|phrase|term|label|letter|article|report|story|paper)$/.test(nounBefore.low) ||
      (/^(?:the|a|an)$/.test(tokens[tokens.indexOf(nounBefore) - 1]?.low ?? '') &&
        !frames.some((frame) => frame.verb < at && frame.person && !frame.passive))
    )
      return `${nounBefore.text}: the name of a thing`
  }
  if (
    after &&
    !terminal &&
    list.length <= 3 &&
    /^(?:campaign|scheme|programme|initiative|project|hashtag|button|label|album|film|movie|brand|tag|clause|bill|act|tour|festival|operation|series|exhibition)$/.test(
      after.low,
    ) &&
    before &&
    /^(?:the|a|an|its|his|her|their)$/.test(before.low) &&
    isTitle(list)
  )
    return `${after.text}: the name of a thing`
  return null
}

/** Two or more words that all begin with a capital, small ones apart. */
function isTitle(list: readonly string[]): boolean {
  if (list.length < 2 || list.length > 9) return false
  const small = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|by|with|from|as|is|de|la|le|du|vs)$/
  const big = list.filter((word) => /^[“"‘'(]?[\p{Lu}\p{N}]/u.test(word))
  if (!list.every((word, index) => /^[“"‘'(]?[\p{Lu}\p{N}&]/u.test(word) || (index > 0 && small.test(word))))
    return false
  return (big.length >= 2 && !/[.?!,]$/.test(list.at(-1) ?? '')) || big.length >= 3
}
