/** Whether the verbs around a date speak of what is to come. */
import type { Span } from '../markdown/quotation-marks.ts'
import type { Sentence } from './who/text.ts'

const futureCue =
  /(?:\b(?:next \p{Ll}+ (?:is|are)|will|shall|won['’]t|wouldn['’]t|would|going to|gonna|due|set to|set for|scheduled|slated|expected|expects?|plans?|planned|planning|hopes?|hoping|aims?|intends?|to be|is to|are to|must|can|could|should|may|might|ready to|promised?|promises|vowed|pledged|starts|begins?|opens?|closes?|comes out|come out|goes on|kicks off|arrives|takes place|face|faces|meets?|returns?|resumes?|resume|ends|expires?|takes? (?:effect|over|office)|enters? (?:into force|service|law)|comes? into (?:force|effect)|go(?:es)? (?:on sale|live|on show)|airs|premieres|reopens?|shuts?|launch(?:es)?|upcoming|forthcoming|looming|deadline|in time for|wants?|ordered|agreed to|invited|urged|available|earliest|unlikely|likely|run(?:s)? until|remains? (?:closed|open)|until|continues|plays?|hosts?|travel(?:s)? to|head(?:s)? to|votes?|is held|are held|begin|start|end)\b|['’]ll\b)/giu

const pastCue =
  /\b(?:was|were|had|has|have|did|said|told|took|began|won|lost|met|came|went|fell|rose|broke|found|made|saw|sent|left|held|struck|hit|gave|got|led|kept|spoke|wrote|read|stood|sat|ran|flew|drove|fought|brought|bought|caught|taught|thought|felt|built|burnt|cut|put|set off|shut|spent|swept|tore|threw|understood|woke|wore|withdrew|paid|sold|hurt|drew|grew|knew|overcame|beat|died|shot|became|happened|after|since|\p{L}{2,}ed)\b/giu

/** Cues that are nouns as often. */
const nounCue =
  /^(?:votes?|plays?|face|faces|meets?|ends?|end|start|starts?|begin|opens?|plans?|hopes?|aims?|returns?|promises?|launch(?:es)?|run|deadline|hosts?|might|can|will|must|may)$/i

const neutralEd =
  /^(?:expected|scheduled|planned|slated|needed|wounded|united|red|bed|hundred|indeed|listed|fixed|booked|pencilled|promised|vowed|pledged|ordered|invited|urged|closed|called|named|titled|entitled|dubbed|based|used|aged|so-called|related|interested|limited|detailed|proposed)$/i

/** Whether the nearest verb speaks of what is to come; null when no verb tells. */
export function isFuture(
  text: string,
  hit: { start: number; end: number },
  sentence: Sentence | undefined,
  quoted: boolean,
  spans: readonly Span[],
  block: number,
): boolean | null {
  let from = sentence?.start ?? 0
  let to = sentence?.end ?? text.length
  if (quoted) {
    const part = spans
      .flatMap((span) => span.parts)
      .find((one) => one.block === block && one.start <= hit.start && hit.end <= one.end)
    from = part?.innerStart ?? from
    to = part?.innerEnd ?? to
    const stop = text.slice(from, hit.start).search(/[.?!]\s+(?=\p{Lu}[^.?!]*$)/u)
    if (stop >= 0) from += stop + 1
    const end = text.slice(hit.end, to).search(/[.?!]\s/)
    if (end >= 0) to = hit.end + end
  }
  let before = text.slice(from, hit.start)
  let after = text.slice(hit.end, to)
  if (!quoted) {
    before = before.replace(/["“„«][^"”“»]*["”“»]/g, ' ')
    after = after.replace(/["“„«][^"”“»]*["”“»]/g, ' ')
  }
  const left = lastCue(before)
  if (left) return left.future
  const right = firstCue(after)
  return right?.future ?? null
}

export function isPastVerbNear(before: string): boolean {
  const cue = lastCue(before.slice(-60))
  return cue !== null && !cue.future
}

function cues(text: string): { at: number; future: boolean }[] {
  const all = [...text.matchAll(futureCue)]
    .filter(
      (match) =>
        !(
          nounCue.test(match[0]) &&
          /\b(?:the|a|an|of|this|that|his|her|its|their|our|no|and|in|for|'s|’s|first|last|final|next|failed|botched|new|\p{L}{3,}(?:ous|ful|al|ive))\s+$/iu.test(
            text.slice(0, match.index),
          )
        ),
    )
    .map((match) => ({
      at: match.index,
      // `should have resigned in January`
      future: !(
        /^(?:should|could|might|must|may)$/i.test(match[0]) &&
        /^\s(?:not\s)?have\b/.test(text.slice(match.index + match[0].length))
      ),
      length: match[0].length,
    }))
  for (const match of text.matchAll(pastCue)) {
    if (neutralEd.test(match[0])) continue
    if (all.some((cue) => cue.future && match.index >= cue.at && match.index < cue.at + cue.length)) continue
    // `would have`, `is due to be published`, `will be lifted`: the helping verb decides.
    if (
      /(?:\b(?:will|would|could|should|may|might|must|can|to|shall|won['’]t)\s+(?:\w+ly\s+|not\s+|also\s+)?(?:be\s+|have\s+)?(?:\w+ly\s+)?|['’]ll\s+(?:be\s+|have\s+)?)$/i.test(
        text.slice(0, match.index),
      )
    )
      continue
    all.push({ at: match.index, future: false, length: match[0].length })
  }
  // `had planned to`, `was due to`, `opened`: a past helper before a future cue makes it past only where nothing follows.
  return all.sort((a, b) => a.at - b.at)
}

function lastCue(text: string): { at: number; future: boolean } | null {
  return cues(text).at(-1) ?? null
}

function firstCue(text: string): { at: number; future: boolean } | null {
  return cues(text)[0] ?? null
}
