/** Whether the verbs around a date speak of what is to come. */
import type { Language } from './languages/language.ts'

const futureCue =
  /(?:\b(?:next \p{Ll}+ (?:is|are)|will|shall|won['’]t|wouldn['’]t|would|going to|gonna|due|set to|set for|scheduled|slated|expected|expects?|plans?|planned|planning|hopes?|hoping|aims?|intends?|to be|is to|are to|must|can|could|should|may|might|ready to|promised?|promises|vowed|pledged|starts|begins?|opens?|closes?|comes out|come out|goes on|kicks off|arrives|takes place|face|faces|meets?|returns?|resumes?|resume|ends|expires?|takes? (?:effect|over|office)|enters? (?:into force|service|law)|comes? into (?:force|effect)|go(?:es)? (?:on sale|live|on show)|airs|premieres|reopens?|shuts?|launch(?:es)?|upcoming|forthcoming|looming|deadline|in time for|wants?|ordered|agreed to|invited|urged|available|earliest|unlikely|likely|run(?:s)? until|remains? (?:closed|open)|until|continues|plays?|hosts?|travel(?:s)? to|head(?:s)? to|votes?|is held|are held|begin|start|end)\b|['’]ll\b)/giu
const pastCue =
  /\b(?:was|were|had|has|have|did|said|told|took|began|won|lost|met|came|went|fell|rose|broke|found|made|saw|sent|left|held|struck|hit|gave|got|led|kept|spoke|wrote|read|stood|sat|ran|flew|drove|fought|brought|bought|caught|taught|thought|felt|built|burnt|cut|put|set off|shut|spent|swept|tore|threw|understood|woke|wore|withdrew|paid|sold|hurt|drew|grew|knew|overcame|beat|died|shot|became|happened|after|since|\p{L}{2,}ed)\b/giu
/** Cues that are nouns as often, and what stands before a noun. */
const nounCue =
  /^(?:votes?|plays?|face|faces|meets?|ends?|end|start|starts?|begin|opens?|plans?|hopes?|aims?|returns?|promises?|launch(?:es)?|run|deadline|hosts?|might|can|will|must|may)$/i
const beforeNoun =
  /\b(?:the|a|an|of|this|that|his|her|its|their|our|no|and|in|for|'s|’s|first|last|final|next|failed|botched|new|\p{L}{3,}(?:ous|ful|al|ive))\s+$/iu
/** Words in `-ed` that tell no past. */
const neutralEd =
  /^(?:expected|scheduled|planned|slated|needed|wounded|united|red|bed|hundred|indeed|listed|fixed|booked|pencilled|promised|vowed|pledged|ordered|invited|urged|closed|called|named|titled|entitled|dubbed|based|used|aged|so-called|related|interested|limited|detailed|proposed)$/i
/** `would have`, `is due to be published`, `will be lifted`: the helping verb decides. */
const helped =
  /(?:\b(?:will|would|could|should|may|might|must|can|to|shall|won['’]t)\s+(?:\w+ly\s+|not\s+|also\s+)?(?:be\s+|have\s+)?(?:\w+ly\s+)?|['’]ll\s+(?:be\s+|have\s+)?)$/i

/** Whether the verb nearest to a date speaks of what is to come; null when none tells. */
export function isFuture(before: string, after: string, language: Language): boolean | null {
  if (language.code !== 'en') {
    const words = before.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
    return words.some((word) => language.has('doubts', word) || language.has('ahead', word)) || null
  }
  return lastVerb(before) ?? cues(after)[0]?.future ?? null
}

/** Whether the last verb of some words speaks of what is to come; null when there is none. */
export function lastVerb(words: string): boolean | null {
  return cues(words).at(-1)?.future ?? null
}

function cues(text: string): { at: number; end: number; future: boolean }[] {
  const toCue = ({ index: at, 0: word }: RegExpExecArray, future: boolean) => {
    const end = at + word.length
    // `should have resigned in January`
    const isPast = /^(?:should|could|might|must|may)$/i.test(word) && /^\s(?:not\s)?have\b/.test(text.slice(end))
    return { at, end, future: future && !isPast }
  }
  const ahead = [...text.matchAll(futureCue)]
    .filter((match) => !(nounCue.test(match[0]) && beforeNoun.test(text.slice(0, match.index))))
    .map((match) => toCue(match, true))
  const isAhead = (place: number) => ahead.some(({ future, at, end }) => future && place >= at && place < end)
  const past = [...text.matchAll(pastCue)]
    .filter(({ 0: word, index }) => !neutralEd.test(word) && !isAhead(index) && !helped.test(text.slice(0, index)))
    .map((match) => toCue(match, false))
  return [...ahead, ...past].sort((a, b) => a.at - b.at)
}
